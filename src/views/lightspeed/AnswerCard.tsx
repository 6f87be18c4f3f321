import { lazy, Suspense, type ReactNode } from 'react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  CardTitle,
  HelperText,
  HelperTextItem,
  Skeleton,
  Spinner,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { isSearchResult } from '../../answers/search-shape';
import { usePluginTranslation } from '../../i18n';
import { AnswerActions, type AnswerActionsProps } from './AnswerActions';
import { AnswerLabels } from './AnswerLabels';
import { AnswerNotes } from './AnswerNotes';
import type { AnswerState } from './answer-state';

const SafeMarkdown = lazy(async () => ({
  default: (await import('./SafeMarkdown')).SafeMarkdown,
}));
const SearchFindings = lazy(async () => ({
  default: (await import('./tool-ui/SearchFindings')).SearchFindings,
}));

/** What the model is doing now, in one line. */
const Progress = ({ state }: { readonly state: AnswerState }) => {
  const { t } = usePluginTranslation();
  const tool = state.tools.find(({ status }) => status === 'running');
  if (state.text !== '' && tool === undefined) return null;
  return (
    <span role="status">
      <Spinner aria-hidden size="sm" />{' '}
      {tool === undefined
        ? t('Waiting for Lightspeed')
        : t('Running {{tool}}', { tool: tool.name })}
    </span>
  );
};

/** Rows are taken from what the tool gave for programs, never from the model's words. */
const Rows = ({ state }: { readonly state: AnswerState }) => {
  const result = state.tools.map(({ structured }) => structured).findLast(isSearchResult);
  return result === undefined ? null : (
    <StackItem>
      <SearchFindings result={result} />
    </StackItem>
  );
};

/** What an answer cost and what is left, where Lightspeed tells; it names a limiter by its class. */
const Costs = ({ state: { tokens, quotas } }: { readonly state: AnswerState }) => {
  const { t, i18n } = usePluginTranslation();
  const amount = (value: unknown): string =>
    typeof value === 'number' ? value.toLocaleString(i18n.language) : String(value);
  const leftOf = (limiter: string, left: string): string => {
    if (limiter === 'UserQuotaLimiter') return t('Tokens left for you: {{left}}', { left });
    if (limiter === 'ClusterQuotaLimiter') {
      return t('Tokens left for the cluster: {{left}}', { left });
    }
    return t('Tokens left in {{limiter}}: {{left}}', { limiter, left });
  };
  return (
    <>
      {tokens === undefined ? null : (
        <HelperTextItem data-test="ai-answer-tokens">
          {t('Tokens: {{input}} read, {{output}} written', {
            input: amount(tokens.input),
            output: amount(tokens.output),
          })}
        </HelperTextItem>
      )}
      {Object.entries(quotas).map(([limiter, left]) => (
        <HelperTextItem data-test="ai-answer-quota" key={limiter}>
          {leftOf(limiter, amount(left))}
        </HelperTextItem>
      ))}
    </>
  );
};

const Footer = (props: AnswerActionsProps) => {
  const { state } = props;
  const { t } = usePluginTranslation();
  return (
    <CardFooter>
      <AnswerActions {...props} />
      <HelperText>
        <HelperTextItem>
          {t('A language model can be wrong. Check before you act on its answer.')}
        </HelperTextItem>
        {state.remembered === true ? (
          <HelperTextItem data-test="ai-answer-remembered">
            {t('Given before on this page; nothing was sent again.')}
          </HelperTextItem>
        ) : null}
        <Costs state={state} />
      </HelperText>
    </CardFooter>
  );
};

export type AnswerCardProps = AnswerActionsProps & {
  /** Stands instead of the rows that a tool found. */
  readonly found?: (state: AnswerState) => ReactNode;
};

/** A model's answer as it comes: marked as such, with what stands behind it. */
export const AnswerCard = ({ found, ...props }: AnswerCardProps) => {
  const { t } = usePluginTranslation();
  const { state } = props;
  const running = state.status === 'asking' || state.status === 'streaming';
  return (
    <Card aria-busy={running} data-status={state.status} data-test="ai-answer" isCompact>
      <CardHeader>
        <CardTitle component="h2">{t('Lightspeed’s answer')}</CardTitle>
        {state.text === '' ? null : <AnswerLabels basis={state.basis} />}
      </CardHeader>
      <CardBody>
        <Stack hasGutter>
          {running ? (
            <StackItem>
              <Progress state={state} />
            </StackItem>
          ) : null}
          <Suspense fallback={<Skeleton screenreaderText={t('Waiting for Lightspeed')} />}>
            {found === undefined ? null : <StackItem>{found(state)}</StackItem>}
            {state.text === '' ? null : (
              <StackItem data-test="ai-answer-text">
                <SafeMarkdown text={state.text} />
              </StackItem>
            )}
            {found === undefined ? <Rows state={state} /> : null}
          </Suspense>
          <StackItem aria-live="polite">
            <AnswerNotes state={state} />
          </StackItem>
        </Stack>
      </CardBody>
      <Footer {...props} />
    </Card>
  );
};
