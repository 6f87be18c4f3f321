import { HelperText, HelperTextItem, Stack, StackItem } from '@patternfly/react-core';
import { useMessage } from '../../i18n';
import { AnswerCard } from './AnswerCard';
import { ContinueInLightspeed } from './ContinueInLightspeed';
import { HelpButton, type HelpButtonProps } from './HelpButton';
import { mayRetry, problemMessage } from './problems';
import type { LightspeedQuestion } from './question';
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
  const { state, ask, stop } = useLightspeedAnswer();
  const start = (): void => ask(question());

  if (isAbsent(availability)) return null;
  if (state.status !== 'idle') {
    return (
      <>
        <AnswerCard onRetry={start} onStop={stop} state={state} />
        {state.status === 'done' ? <ContinueInLightspeed question={question} /> : null}
      </>
    );
  }
  return (
    <Stack>
      <StackItem>
        <HelpButton
          data-test={dataTest}
          isDisabled={isUseless(availability)}
          label={label}
          onClick={start}
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
