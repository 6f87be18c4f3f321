import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { Flex, Pagination, PaginationVariant, Skeleton } from '@patternfly/react-core';
import type { SearchResult } from '@cnv-ai/engine/search';
import type { AnswerSource } from '../../../answers/answered';
import { SourceLabel } from '../../../components/SourceLabel';
import { VmTable } from '../../../components/VmTable';
import { useHasVmList } from '../../../flags/useHasVmList';
import { usePluginTranslation } from '../../../i18n';
import { DiagnoseSelected } from './bulk/DiagnoseSelected';
import { useSelection } from './bulk/useSelection';
import type { Pages } from './usePaging';
import { PAGE_SIZES } from './view';
import './list.css';

export type ResultsProps = {
  readonly result: SearchResult;
  readonly source?: AnswerSource;
  readonly pages: Pages;
  readonly columns?: readonly string[];
};

const SIZES = PAGE_SIZES.map((value) => ({ title: String(value), value }));

// Seldom seen: the machines of a page went while it was looked at.
const PageGone = lazy(async () => ({ default: (await import('./PageGone')).PageGone }));

/** One page of what was found, and where else it can be looked at. */
export const Results = ({ result, source, pages, columns }: ResultsProps) => {
  const { t } = usePluginTranslation();
  const selection = useSelection();
  const hasVmList = useHasVmList();
  const { view, sortBy, resize, forward, back, toStart } = pages;
  const { nextCursor } = result;
  return (
    <>
      <Flex
        alignItems={{ default: 'alignItemsCenter' }}
        justifyContent={{ default: 'justifyContentSpaceBetween' }}
      >
        <Flex>
          <DiagnoseSelected selected={selection.machines} />
          {hasVmList ? (
            <Link data-test="ai-search-list-link" to={result.listUrl}>
              {t('Open in VirtualMachines list')}
            </Link>
          ) : null}
          {source === undefined ? null : <SourceLabel source={source} />}
        </Flex>
        <Pagination
          // On a narrow screen PatternFly leaves out the arrows of a pagination above its table.
          className="pf-m-display-full"
          isCompact
          itemCount={result.total}
          onNextClick={() => {
            if (nextCursor !== undefined) forward(nextCursor);
          }}
          onPerPageSelect={(_event, size) => resize(size)}
          onPreviousClick={back}
          page={view.page}
          perPage={view.limit}
          perPageOptions={SIZES}
          titles={{
            items: '',
            ofWord: t('of'),
            optionsToggleAriaLabel: t('VirtualMachines per page'),
            paginationAriaLabel: t('Pages of VirtualMachines'),
            perPageSuffix: t('per page'),
            toNextPageAriaLabel: t('Go to the next page'),
            toPreviousPageAriaLabel: t('Go to the previous page'),
          }}
          variant={PaginationVariant.top}
        />
      </Flex>
      <div className="cnv-ai-plugin__wide">
        {result.vms.length === 0 ? (
          <Suspense fallback={<Skeleton height="5rem" />}>
            <PageGone onStart={toStart} />
          </Suspense>
        ) : (
          <VmTable
            columns={columns}
            onSort={sortBy}
            rows={result.vms}
            selection={selection}
            sort={view.sort}
          />
        )}
      </div>
    </>
  );
};
