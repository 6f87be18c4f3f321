import { lazy, Suspense, useState, type ReactNode } from 'react';
import { HelperText, HelperTextItem, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { useMessage, usePluginTranslation } from '../../i18n';
import type { AnswerState } from './answer-state';
import { ConsentPanel } from './ConsentPanel';
import { ContinueInLightspeed } from './ContinueInLightspeed';
import { HelpButton } from './HelpButton';
import { mayRetry, problemMessage } from './problems';
import type { LightspeedQuestion } from './question';
import { useConsent } from './useConsent';
import { useLightspeedAnswer } from './useLightspeedAnswer';
import { useLightspeedAvailability, type Availability } from './useLightspeedAvailability';

// Nobody who does not ask has to wait for it.
const AnswerCard = lazy(async () => ({ default: (await import('./AnswerCard')).AnswerCard }));

/** What a page offers to ask. Nothing is asked before a click. */
export type ExplanationProps = {
  /** Called on the click. */
  readonly question: () => LightspeedQuestion;
  /** Text of the button; default "Ask Lightspeed". */
  readonly label?: string;
  /** `data-test` of the button. */
  readonly 'data-test'?: string;
  /** What the page makes of the tools used, instead of the rows they found. */
  readonly found?: (state: AnswerState) => ReactNode;
};

/** The button until it is clicked, then consent and the answer; none where there is no Lightspeed. */
export type Explanation = { readonly button?: ReactNode; readonly answer?: ReactNode };

/** Where Lightspeed is not there on purpose, nothing speaks of it. */
const isAbsent = (availability: Availability): boolean =>
  availability.is === 'unavailable' &&
  ['not_installed', 'switched_off', 'hidden'].includes(availability.problem.kind);

const isUseless = (availability: Availability): boolean =>
  availability.is === 'checking' ||
  (availability.is === 'unavailable' && !mayRetry(availability.problem));

/** The button and the streamed answer, for a page that places them apart. */
export const useLightspeedExplanation = ({
  question,
  label,
  'data-test': dataTest,
  found,
}: ExplanationProps): Explanation => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const availability = useLightspeedAvailability();
  const { state, question: asked, ask, stop } = useLightspeedAnswer();
  const consent = useConsent();
  const [isConsenting, setConsenting] = useState(false);
  const start = (anew = false): void => {
    setConsenting(!consent.given);
    if (consent.given) ask(question(), anew);
  };
  const agree = (): void => {
    consent.give();
    setConsenting(false);
    ask(question());
  };

  if (isAbsent(availability)) return {};
  if (isConsenting && !consent.given) {
    return { answer: <ConsentPanel onAgree={agree} onCancel={() => setConsenting(false)} /> };
  }
  if (state.status !== 'idle') {
    const answer = (
      <Suspense fallback={<Skeleton screenreaderText={t('Waiting for Lightspeed')} />}>
        <AnswerCard
          found={found}
          next={<ContinueInLightspeed question={question} />}
          onRetry={() => start(true)}
          onStop={stop}
          onWithdraw={consent.given ? consent.withdraw : undefined}
          question={asked}
          state={state}
        />
      </Suspense>
    );
    return { answer };
  }
  const button = (
    <Stack>
      <StackItem>
        <HelpButton
          data-test={dataTest}
          isDisabled={isUseless(availability) || !consent.known}
          label={label}
          onClick={() => start()}
        />
      </StackItem>
      {availability.is === 'unavailable' ? (
        <StackItem>
          <HelperText>
            <HelperTextItem
              data-test="ai-answer-unavailable"
              screenReaderText={t('Warning:')}
              variant="warning"
            >
              {message(problemMessage(availability.problem))}
            </HelperTextItem>
          </HelperText>
        </StackItem>
      ) : null}
    </Stack>
  );
  return { button };
};
