import { Flex } from '@patternfly/react-core';
import type { Predicate, SearchRequest, SearchResult } from '@cnv-ai/engine/search';
import { usePluginTranslation } from '../../../i18n';
import { ColumnChooser } from './ColumnChooser';
import { CopyLink } from './CopyLink';
import { ExportMenu } from './export/ExportMenu';
import { Facets } from './Facets';
import { SaveSearch } from './history/SaveSearch';
import type { History } from './history/useHistory';
import type { Question } from './question';
import type { Columns } from './useColumns';

export type ResultToolsProps = {
  readonly result: SearchResult;
  readonly question: Question;
  readonly request: SearchRequest | undefined;
  readonly history: History;
  readonly columns: Columns;
  readonly labelKeys: readonly string[];
  /** The address of what is shown. */
  readonly path: string;
  readonly onFilter: (filter: Predicate | undefined) => void;
};

/** What can be done with a result: narrow it down, look at other columns, keep it, pass it on. */
export const ResultTools = ({
  result,
  question,
  request,
  history,
  columns,
  labelKeys,
  path,
  onFilter,
}: ResultToolsProps) => {
  const { t } = usePluginTranslation();
  return (
    <Flex
      alignItems={{ default: 'alignItemsCenter' }}
      columnGap={{ default: 'columnGapMd' }}
      justifyContent={{ default: 'justifyContentSpaceBetween' }}
      rowGap={{ default: 'rowGapSm' }}
    >
      <Flex
        aria-label={t('Narrow down')}
        columnGap={{ default: 'columnGapSm' }}
        role="group"
        rowGap={{ default: 'rowGapSm' }}
      >
        <Facets onFilter={onFilter} result={result} />
      </Flex>
      <Flex
        alignItems={{ default: 'alignItemsCenter' }}
        columnGap={{ default: 'columnGapSm' }}
        rowGap={{ default: 'rowGapNone' }}
      >
        <ColumnChooser
          columns={columns.columns}
          labelKeys={labelKeys}
          onChoose={columns.choose}
          problems={result.vms.some(({ problem }) => problem !== undefined)}
        />
        <ExportMenu request={request} sentence={question.sentence} />
        <SaveSearch history={history} question={question} />
        <CopyLink path={path} />
      </Flex>
    </Flex>
  );
};
