import { useDeferredValue, useRef, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Stack, StackItem } from '@patternfly/react-core';
import { DocumentTitle, ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import type { Predicate } from '@cnv-ai/engine/search';
import { InlineAlert } from '../../../components/InlineAlert';
import { usePluginTranslation } from '../../../i18n';
import { Answer, type AnswerProps } from './Answer';
import { HistoryButton } from './history/HistoryButton';
import { useHistory } from './history/useHistory';
import { NoQuestion } from './NoQuestion';
import { Preview } from './Preview';
import { SENTENCE_LIMIT, type Question } from './question';
import type { Setting } from './request';
import { SearchBar } from './SearchBar';
import { useAskLightspeed } from './useAskLightspeed';
import { useCluster } from './useCluster';
import { useQuestion } from './useQuestion';
import { useReadiness } from './useReadiness';
import './list.css';

/** An answer with what Lightspeed may be asked about its sentence; changed chips leave that alone. */
const ExplainedAnswer = (props: AnswerProps) => {
  const { question, setting, onAsk } = props;
  const { sentence } = question;
  const explanation = useAskLightspeed(sentence, setting.namespace, (filter) =>
    onAsk({ sentence, filter }),
  );
  return (
    <Answer
      {...props}
      explanation={sentence === '' ? undefined : explanation}
      key={JSON.stringify(question)}
    />
  );
};

const useSetting = (): Setting => {
  const { ns } = useParams();
  const { i18n } = usePluginTranslation();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { namespace: ns, timeZone, language: i18n.language };
};

/** The bar holds what is typed; it follows the question when a link or a suggestion asks another. */
const useDraft = (sentence: string): readonly [string, (draft: string) => void] => {
  const [draft, setDraft] = useState(sentence);
  const [asked, setAsked] = useState(sentence);
  if (asked !== sentence) {
    setAsked(sentence);
    // A question taken back leaves the words where they were typed.
    if (sentence !== '') setDraft(sentence);
  }
  return [draft, setDraft];
};

const isTooLong = ({ sentence, filter }: Question): boolean =>
  filter === undefined && sentence.length > SENTENCE_LIMIT;

/** Everything there is: what a list shows before anything is asked. */
const EVERYTHING: Predicate = { all: [] };

export type SearchPageProps = {
  readonly title?: string;
  /** Stand beside the title. */
  readonly actions?: ReactNode;
  /** Without a question all machines are shown, instead of what could be asked. */
  readonly listsAll?: boolean;
};

/** The page "AI search". The console puts the project bar above it. */
export const SearchPage = ({ title, actions, listsAll = false }: SearchPageProps) => {
  const { t } = usePluginTranslation();
  const heading = title ?? t('AI search');
  const { question, broken, ask } = useQuestion();
  const setting = useSetting();
  const { cluster, renew } = useCluster(setting);
  const history = useHistory();
  const answer = useRef<HTMLDivElement>(null);
  const search = (next: Question): void => {
    history.remember(next.sentence);
    ask(next);
  };
  /** The chip or button that was pressed goes with the answer it belonged to. */
  const change = (next: Question): void => {
    search(next);
    answer.current?.focus({ preventScroll: true });
  };
  const [draft, setDraft] = useDraft(question.sentence);
  const typed = useDeferredValue(draft);
  useReadiness(typed);
  const { sentence, filter } = question;
  const isEmpty = sentence.trim() === '' && filter === undefined;
  const shown = isEmpty && listsAll ? { sentence: '', filter: EVERYTHING } : question;
  const nothingAsked = (isEmpty && !listsAll) || isTooLong(question);
  return (
    <>
      <DocumentTitle>{heading}</DocumentTitle>
      <ListPageHeader helpText={t('Find VirtualMachines with a sentence.')} title={heading}>
        {actions}
      </ListPageHeader>
      <ListPageBody>
        <Stack hasGutter>
          <StackItem>
            <SearchBar
              entries={cluster.entries}
              isEdited={filter !== undefined && sentence !== ''}
              onChange={setDraft}
              onFocus={renew}
              onSubmit={() => search({ sentence: draft.trim() })}
              preview={typed.trim() === sentence ? null : <Preview sentence={typed} />}
              value={draft}
            >
              <HistoryButton history={history} onAsk={change} />
            </SearchBar>
          </StackItem>
          {broken ? (
            <StackItem>
              <InlineAlert
                component="h2"
                title={t('The filter of this link could not be read. Ask with a sentence instead.')}
                variant="warning"
              />
            </StackItem>
          ) : null}
          <StackItem>
            <div aria-label={t('Answer')} ref={answer} role="region" tabIndex={-1}>
              {nothingAsked ? (
                <NoQuestion examples={cluster.examples} history={history} onAsk={change} />
              ) : (
                <ExplainedAnswer
                  key={JSON.stringify([sentence, setting.namespace])}
                  history={history}
                  labelKeys={cluster.labelKeys}
                  onAsk={change}
                  question={shown}
                  setting={setting}
                />
              )}
            </div>
          </StackItem>
        </Stack>
      </ListPageBody>
    </>
  );
};
