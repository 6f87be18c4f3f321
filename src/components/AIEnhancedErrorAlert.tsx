import { lazy, Suspense, useState } from 'react';
import { AlertActionLink, Button, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { MagicIcon } from '@patternfly/react-icons';
import type { AIEnhancedErrorAlertProps } from '../embedding/extensions';
import { usePluginTranslation } from '../i18n';
import { LightspeedExplanation } from '../views/lightspeed/LightspeedExplanation';
import { errorQuestion } from '../views/lightspeed/prompts/prompts';
import { InlineAlert } from './InlineAlert';
import './style.css';

// Nobody who does not ask has to wait for it.
const DiagnosisOf = lazy(async () => ({ default: (await import('./DiagnosisOf')).DiagnosisOf }));

/** With a VM the engine finds the cause; without one there is only a model to ask. */
const Troubleshooting = ({ title, error, vm }: AIEnhancedErrorAlertProps) => {
  const { t } = usePluginTranslation();
  const [asked, setAsked] = useState(false);
  if (vm === undefined) {
    return (
      <LightspeedExplanation
        data-test="troubleshoot-with-ai"
        label={t('Troubleshoot with AI')}
        question={() => errorQuestion({ title, message: error })}
      />
    );
  }
  return asked ? (
    <Suspense
      fallback={
        <Skeleton screenreaderText={t('Reading the VirtualMachine and what it depends on')} />
      }
    >
      <DiagnosisOf
        cluster={vm.cluster}
        request={{ namespace: vm.namespace, vmName: vm.name, error }}
      />
    </Suspense>
  ) : (
    <Button
      data-test="troubleshoot-with-ai"
      icon={<MagicIcon />}
      onClick={() => setAsked(true)}
      variant="secondary"
    >
      {t('Troubleshoot with AI')}
    </Button>
  );
};

/** An error, and on a click the findings behind it. */
export const AIEnhancedErrorAlert = (props: AIEnhancedErrorAlertProps) => {
  const { t } = usePluginTranslation();
  const { title, error, onRetry } = props;
  return (
    <InlineAlert
      actionLinks={
        onRetry === undefined ? undefined : (
          <AlertActionLink onClick={onRetry}>{t('Try again')}</AlertActionLink>
        )
      }
      component="h2"
      title={title}
      variant="danger"
    >
      <Stack hasGutter>
        <StackItem className="cnv-ai-plugin__text">{error}</StackItem>
        <StackItem>
          <Troubleshooting {...props} />
        </StackItem>
      </Stack>
    </InlineAlert>
  );
};
