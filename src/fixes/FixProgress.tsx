import { Spinner, Stack, StackItem, type AlertProps } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { ObjectRef } from '@cnv-ai/engine/kubernetes';
import { InlineAlert } from '../components/InlineAlert';
import { useMessage, usePluginTranslation } from '../i18n';
import { LightspeedExplanation } from '../views/lightspeed/LightspeedExplanation';
import { errorQuestion } from '../views/lightspeed/prompts/prompts';
import type { FixState } from './useFix';

type Told = {
  readonly title: string;
  readonly variant: AlertProps['variant'];
  readonly body?: ReactNode;
  readonly busy?: boolean;
};

/** What each state means to whoever waits for it; nothing while there is a decision to take. */
const useTold = (state: FixState): Told | undefined => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  switch (state.is) {
    case 'ready':
      return undefined;
    case 'looking':
      return {
        title: t('The API server is asked to try the change'),
        variant: 'info',
        busy: true,
      };
    case 'applying':
      return { title: t('The change is being made'), variant: 'info', busy: true };
    case 'refused':
      return { title: t('Nothing was changed'), variant: 'warning', body: message(state.why) };
    case 'waiting':
      return {
        title: t('The change is made. Waiting for the cause to go away'),
        variant: 'info',
        body: t('You can close this dialog; that stops nothing.'),
        busy: true,
      };
    case 'gone':
      return { title: t('The cause is gone'), variant: 'success' };
    case 'remains':
      return {
        title: t('The change is made, but the cause is still there'),
        variant: 'warning',
        body: t('Controllers may need longer, or something else is in the way. Diagnose again.'),
      };
    case 'halfway':
      return {
        title: t('The change is made, but the virtual machine was not restarted'),
        variant: 'warning',
        body: message(state.why),
      };
    case 'halfway-back':
      return {
        title: t('The change is taken back, but the virtual machine was not restarted'),
        variant: 'warning',
        body: message(state.why),
      };
    case 'undoing':
      return { title: t('The change is being taken back'), variant: 'info', busy: true };
    case 'undone':
      return { title: t('The change is taken back'), variant: 'success' };
    case 'stuck':
      return {
        title: t('The change could not be taken back'),
        variant: 'danger',
        body: message(state.why),
      };
  }
};

type FixProgressProps = {
  readonly state: FixState;
  /** The VirtualMachine the fix is for. */
  readonly vm: ObjectRef;
};

/** Where the fix stands, told as it happens, and help with what failed. */
export const FixProgress = ({ state, vm }: FixProgressProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const told = useTold(state);
  const unrecorded = 'recorded' in state && !state.recorded && state.is !== 'undoing';
  const failure =
    told !== undefined && 'why' in state
      ? { title: told.title, message: message(state.why) }
      : undefined;
  const { namespace, name: vmName } = vm;
  return (
    <Stack hasGutter>
      <StackItem
        aria-busy={told?.busy === true}
        aria-live="polite"
        data-state={state.is}
        data-test="ai-fix-state"
      >
        {told === undefined ? null : (
          <InlineAlert
            component="h2"
            customIcon={
              told.busy === true ? <Spinner aria-label={told.title} size="md" /> : undefined
            }
            title={told.title}
            variant={told.variant}
          >
            {told.body}
            {unrecorded ? (
              <p>
                {t(
                  'You may not create events here, so the change is recorded in its field manager only.',
                )}
              </p>
            ) : null}
          </InlineAlert>
        )}
      </StackItem>
      {failure === undefined ? null : (
        <StackItem key={failure.message}>
          <LightspeedExplanation
            data-test="troubleshoot-with-ai"
            label={t('Troubleshoot with AI')}
            question={() => errorQuestion({ namespace, vmName, ...failure })}
          />
        </StackItem>
      )}
    </Stack>
  );
};
