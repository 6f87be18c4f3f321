import { Link } from 'react-router';
import { Flex, Pagination, PaginationVariant } from '@patternfly/react-core';
import type { SearchResult } from '@cnv-ai/engine/search';
import type { AnswerSource } from '../../../answers/answered';
import { SourceLabel } from '../../../components/SourceLabel';
import { VmTable } from '../../../components/VmTable';
import { usePluginTranslation } from '../../../i18n';
import type { usePaging } from './usePaging';
import './list.css';

export type ResultsProps = {
  readonly result: SearchResult;
  readonly source?: AnswerSource;
  readonly pages: ReturnType<typeof usePaging>;
};

const SIZES = [20, 50, 100].map((value) => ({ title: String(value), value }));

/** One page of what was found, and where else it can be looked at. */
export const Results = ({ result, source, pages }: ResultsProps) => {
  const { t } = usePluginTranslation();
  const { paging, sortBy, resize, forward, back } = pages;
  const { nextCursor } = result;
  return (
    <>
      <Flex
        alignItems={{ default: 'alignItemsCenter' }}
        justifyContent={{ default: 'justifyContentSpaceBetween' }}
      >
        <Flex>
          <Link data-test="ai-search-list-link" to={result.listUrl}>
            {t('Open in VirtualMachines list')}
          </Link>
          {source === undefined ? null : <SourceLabel source={source} />}
        </Flex>
        <Pagination
          isCompact
          itemCount={result.total}
          onNextClick={() => {
            if (nextCursor !== undefined) forward(nextCursor);
          }}
          onPerPageSelect={(_event, size) => resize(size)}
          onPreviousClick={back}
          page={paging.cursors.length + 1}
          perPage={paging.limit}
          perPageOptions={SIZES}
          titles={{ paginationAriaLabel: t('Pages of VirtualMachines') }}
          variant={PaginationVariant.top}
        />
      </Flex>
      <div className="cnv-ai-plugin__wide">
        <VmTable onSort={sortBy} rows={result.vms} sort={paging.sort} />
      </div>
    </>
  );
};
