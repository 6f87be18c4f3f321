import { useState } from 'react';
import { HelperText, HelperTextItem, Stack, StackItem } from '@patternfly/react-core';
import { useMessage } from '../../i18n';
import { AnswerCard } from './AnswerCard';
import { ConsentPanel } from './ConsentPanel';
import { ContinueInLightspeed } from './ContinueInLightspeed';
import { HelpButton, type HelpButtonProps } from './HelpButton';
import { mayRetry, problemMessage } from './problems';
import type { LightspeedQuestion } from './question';
import { useConsent } from './useConsent';
import { useLightspeedAnswer } from './useLightspeedAnswer';
import { useLightspeedAvailability, type Availability } from './useLightspeedAvailability';

/** Props of the button and the streamed answer under it. Nothing is asked before a click. */
export type LightspeedExplanationProps = {
  /** Called on the click. */
  readonly question: () => LightspeedQuestion;
  /** Text of the button; default "Ask Lightspeed". */
  readonly label?: string;
  /** `meaning` is a quiet link beside a status or a condition. */
  readonly variant?: HelpButtonProps['variant'];
  /** `data-test` of the button. */
  readonly 'data-test'?: string;
};

/** Where Lightspeed is not there on purpose, nothing speaks of it. */
const isAbsent = (availability: Availability): boolean =>
  availability.is === 'unavailable' &&
  ['not_installed', 'switched_off'].includes(availability.problem.kind);

const isUseless = (availability: Availability): boolean =>
  availability.is === 'checking' ||
  (availability.is === 'unavailable' && !mayRetry(availability.problem));

/** The button and the streamed answer under it; nothing where there is no Lightspeed. */
export const LightspeedExplanation = ({
  question,
  label,
  variant,
  'data-test': dataTest,
}: LightspeedExplanationProps) => {
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

  if (isAbsent(availability)) return null;
  if (isConsenting && !consent.given) {
    return <ConsentPanel onAgree={agree} onCancel={() => setConsenting(false)} />;
  }
  if (state.status !== 'idle') {
    return (
      <>
        <AnswerCard
          onRetry={() => start(true)}
          onStop={stop}
          onWithdraw={consent.given ? consent.withdraw : undefined}
          question={asked}
          state={state}
        />
        {state.status === 'done' ? <ContinueInLightspeed question={question} /> : null}
      </>
    );
  }
  return (
    <Stack>
      <StackItem>
        <HelpButton
          data-test={dataTest}
          isDisabled={isUseless(availability) || !consent.known}
          label={label}
          onClick={() => start()}
          variant={variant}
        />
      </StackItem>
      {availability.is === 'unavailable' ? (
        <StackItem>
          <HelperText>
            <HelperTextItem data-test="ai-answer-unavailable" variant="warning">
              {message(problemMessage(availability.problem))}
            </HelperTextItem>
          </HelperText>
        </StackItem>
      ) : null}
    </Stack>
  );
};
