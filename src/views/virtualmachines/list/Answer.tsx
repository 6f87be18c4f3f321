import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Flex, FlexItem, Grid, GridItem, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { english, say } from '@cnv-ai/engine/messages';
import type { Predicate, SearchResult } from '@cnv-ai/engine/search';
import type { Explanation } from '../../lightspeed/useLightspeedExplanation';
import { useLiveSearch } from '../../../answers/useLiveSearch';
import { AIEnhancedErrorAlert } from '../../../components/AIEnhancedErrorAlert';
import { UncheckedList } from '../../../components/UncheckedList';
import { useMessage, usePluginTranslation } from '../../../i18n';
import { ChipList } from './ChipList';
import { withoutChip, withoutProject } from './chips';
import type { History } from './history/useHistory';
import type { Question } from './question';
import { requestOf, viewedRequest, type Setting } from './request';
import { Results } from './Results';
import { loadResultTools } from './useReadiness';
import { Summary } from './Summary';
import { useColumns } from './useColumns';
import { usePaging } from './usePaging';
import { usePath } from './usePath';

// Not needed before there is a result; few questions ask for a number, find nothing, or get one back.
const Clarification = lazy(async () => ({
  default: (await import('./Clarification')).Clarification,
}));
const ResultTools = lazy(async () => ({ default: (await loadResultTools()).ResultTools }));
const NoMatch = lazy(async () => ({ default: (await import('./NoMatch')).NoMatch }));
const AggregateView = lazy(async () => ({
  default: (await import('./AggregateView')).AggregateView,
}));

export type AnswerProps = {
  readonly question: Question;
  readonly setting: Setting;
  readonly history: History;
  /** Labels of this cluster's VirtualMachines. */
  readonly labelKeys: readonly string[];
  readonly onAsk: (question: Question) => void;
  /** What Lightspeed can be asked beside the table, and what it answered. */
  readonly explanation?: Explanation;
};

const Loading = () => {
  const { t } = usePluginTranslation();
  return (
    <Stack aria-busy="true" data-test="ai-search-loading" hasGutter>
      <Skeleton screenreaderText={t('Searching')} />
      {['95%', '90%', '95%', '85%'].map((width, index) => (
        <StackItem key={index}>
          <Skeleton width={width} />
        </StackItem>
      ))}
    </Stack>
  );
};

type FoundProps = {
  readonly result: SearchResult;
  readonly onAsk: (sentence: string) => void;
  readonly onFilter: (filter: Predicate | undefined) => void;
  readonly onRetry: () => void;
  readonly table: ReactNode;
  readonly tools: ReactNode;
};

const Found = ({ result, onAsk, onFilter, onRetry, table, tools }: FoundProps) => {
  const { chips } = result.interpretation;
  if (result.outcome !== 'ok') {
    return (
      <Suspense fallback={<Skeleton height="5rem" />}>
        <Clarification onAsk={onAsk} onRetry={onRetry} result={result} />
      </Suspense>
    );
  }
  const rows =
    result.total === 0 ? (
      <Suspense fallback={<Skeleton height="10rem" />}>
        <NoMatch onRemove={(id) => onFilter(withoutChip(chips, id))} result={result} />
      </Suspense>
    ) : (
      table
    );
  return (
    <Stack hasGutter>
      {result.aggregate === undefined ? null : (
        <StackItem>
          <Suspense fallback={<Skeleton height="3rem" />}>
            <AggregateView aggregate={result.aggregate} />
          </Suspense>
        </StackItem>
      )}
      <StackItem>{tools}</StackItem>
      <StackItem>{rows}</StackItem>
    </Stack>
  );
};

type BesideProps = { readonly aside: ReactNode; readonly children: ReactNode };

/** The streamed answer beside the table; above it where there is no room. */
const Beside = ({ aside, children }: BesideProps) =>
  aside === undefined ? (
    <>{children}</>
  ) : (
    <Grid hasGutter>
      <GridItem order={{ default: '2', xl: '1' }} span={12} xl={8}>
        {children}
      </GridItem>
      <GridItem order={{ default: '1', xl: '2' }} span={12} xl={4}>
        {aside}
      </GridItem>
    </Grid>
  );

/** Keeps the last result while another page or order of the same question is being fetched. */
const useLast = (result: SearchResult | undefined): SearchResult | undefined => {
  const [last, setLast] = useState(result);
  if (result !== undefined && result !== last) setLast(result);
  return result ?? last;
};

/** The answer to one question: what was understood, how many there are, and which. */
export const Answer = ({
  question,
  setting,
  history,
  labelKeys,
  onAsk,
  explanation = {},
}: AnswerProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const pages = usePaging();
  const chosen = useColumns(pages);
  const path = usePath(chosen.columns);
  const request = viewedRequest(requestOf(question, pages.view, setting), chosen.columns);
  const asked = useLiveSearch(request);
  const { status, source, error, refresh } = asked;
  const result = useLast(asked.result);
  const failure = error ?? say('The search ended without a reason. Try again.');
  const filter = (where: Predicate | undefined): void => {
    const { namespace } = setting;
    const left = where && namespace !== undefined ? withoutProject(where, namespace) : where;
    onAsk(left === undefined ? { sentence: '' } : { sentence: question.sentence, filter: left });
  };
  return (
    <Stack hasGutter>
      {result === undefined || result.interpretation.chips.length === 0 ? null : (
        <StackItem>
          <ChipList chips={result.interpretation.chips} onChange={filter} />
        </StackItem>
      )}
      <StackItem>
        <Flex
          alignItems={{ default: 'alignItemsFlexStart' }}
          columnGap={{ default: 'columnGapMd' }}
          justifyContent={{ default: 'justifyContentSpaceBetween' }}
        >
          <FlexItem flex={{ default: 'flex_1' }}>
            <Summary result={result} />
          </FlexItem>
          {explanation.button === undefined ? null : <FlexItem>{explanation.button}</FlexItem>}
        </Flex>
      </StackItem>
      {status === 'failed' ? (
        <StackItem>
          <AIEnhancedErrorAlert
            error={message(failure)}
            key={english(failure)}
            onRetry={refresh}
            title={t('The search could not be made')}
          />
        </StackItem>
      ) : null}
      {result?.outcome !== 'ok' || result.unchecked.length === 0 ? null : (
        <StackItem>
          <UncheckedList unchecked={result.unchecked} />
        </StackItem>
      )}
      <StackItem>
        <Beside aside={explanation.answer}>
          {result === undefined && status === 'loading' ? <Loading /> : null}
          {result === undefined ? null : (
            <Found
              onAsk={(sentence) => onAsk({ sentence })}
              onFilter={filter}
              tools={
                <Suspense fallback={<Skeleton height="2rem" />}>
                  <ResultTools
                    columns={chosen}
                    history={history}
                    labelKeys={labelKeys}
                    onFilter={filter}
                    path={path}
                    question={question}
                    request={request}
                    result={result}
                  />
                </Suspense>
              }
              onRetry={refresh}
              result={result}
              table={
                <Results columns={chosen.columns} pages={pages} result={result} source={source} />
              }
            />
          )}
        </Beside>
      </StackItem>
    </Stack>
  );
};
