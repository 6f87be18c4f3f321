import { useDeferredValue, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { Alert, Stack, StackItem } from '@patternfly/react-core';
import { DocumentTitle, ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { useInterpretation } from '../../../answers/useInterpretation';
import { usePluginTranslation } from '../../../i18n';
import { LightspeedExplanation } from '../../lightspeed/LightspeedExplanation';
import { searchQuestion } from '../../lightspeed/prompts/prompts';
import { Answer } from './Answer';
import { ChipList } from './ChipList';
import { HistoryDialog } from './history/HistoryDialog';
import { useHistory } from './history/useHistory';
import { NoQuestion } from './NoQuestion';
import { SENTENCE_LIMIT, type Question } from './question';
import type { Setting } from './request';
import { SearchBar } from './SearchBar';
import { useCluster } from './useCluster';
import { useQuestion } from './useQuestion';
import './list.css';

/** What the words in the bar mean, before they are searched for. */
const Preview = ({ sentence }: { sentence: string }) => {
  const chips = useInterpretation(sentence)?.interpretation.chips ?? [];
  return chips.length === 0 ? null : (
    <div className="cnv-ai-plugin__preview">
      <ChipList chips={chips} />
    </div>
  );
};

const AskLightspeed = ({ sentence, namespace }: { sentence: string; namespace?: string }) => {
  const { t } = usePluginTranslation();
  const interpreted = useInterpretation(sentence);
  return (
    <LightspeedExplanation
      key={sentence}
      label={t('Ask Lightspeed')}
      question={() =>
        searchQuestion({
          sentence,
          namespace,
          notUnderstood: interpreted?.interpretation.notUnderstood ?? [],
        })
      }
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

/** The page "AI search". The console puts the project bar above it. */
export const SearchPage = () => {
  const { t } = usePluginTranslation();
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
  const { sentence, filter } = question;
  const nothingAsked = (sentence.trim() === '' && filter === undefined) || isTooLong(question);
  return (
    <>
      <DocumentTitle>{t('AI search')}</DocumentTitle>
      <ListPageHeader
        helpText={t('Find VirtualMachines with a sentence.')}
        title={t('AI search')}
      />
      <ListPageBody>
        <Stack hasGutter>
          <StackItem>
            <SearchBar
              entries={cluster.entries}
              isEdited={filter !== undefined && sentence !== ''}
              onChange={setDraft}
              onFocus={renew}
              onSubmit={() => search({ sentence: draft.trim() })}
              preview={
                typed.trim() !== sentence && typed.length <= SENTENCE_LIMIT ? (
                  <Preview sentence={typed} />
                ) : null
              }
              value={draft}
            >
              <HistoryDialog history={history} onAsk={change} />
            </SearchBar>
          </StackItem>
          {broken ? (
            <StackItem>
              <Alert
                component="h2"
                isInline
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
                <Answer
                  key={JSON.stringify([question, setting.namespace])}
                  history={history}
                  labelKeys={cluster.labelKeys}
                  onAsk={change}
                  question={question}
                  setting={setting}
                >
                  {sentence === '' ? undefined : (
                    <AskLightspeed namespace={setting.namespace} sentence={sentence} />
                  )}
                </Answer>
              )}
            </div>
          </StackItem>
        </Stack>
      </ListPageBody>
    </>
  );
};
