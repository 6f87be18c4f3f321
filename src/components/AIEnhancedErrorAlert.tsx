import { useState } from 'react';
import { Alert, AlertActionLink, Stack, StackItem } from '@patternfly/react-core';
import { usePluginTranslation } from '../i18n';
import { LightspeedExplanation } from '../views/lightspeed/LightspeedExplanation';
import { errorQuestion } from '../views/lightspeed/prompts/prompts';
import { DiagnosisOf } from './DiagnosisOf';
import './style.css';

export type AIEnhancedErrorAlertProps = {
  readonly title: string;
  /** What failed, in the words of whoever refused. */
  readonly error: string;
  /** The VirtualMachine it happened to. */
  readonly vm?: { readonly namespace: string; readonly name: string; readonly cluster?: string };
  readonly onRetry?: () => void;
};

const Troubleshooting = ({ title, error, vm }: AIEnhancedErrorAlertProps) => {
  const { t } = usePluginTranslation();
  return vm === undefined ? (
    <LightspeedExplanation
      label={t('Explain with Lightspeed')}
      question={() => errorQuestion({ title, message: error })}
    />
  ) : (
    <DiagnosisOf
      cluster={vm.cluster}
      request={{ namespace: vm.namespace, vmName: vm.name, error }}
    />
  );
};

/** An error, and on a click the findings behind it. */
export const AIEnhancedErrorAlert = (props: AIEnhancedErrorAlertProps) => {
  const { t } = usePluginTranslation();
  const [asked, setAsked] = useState(false);
  const { title, error, vm, onRetry } = props;
  return (
    <Alert
      component="h2"
      actionLinks={
        <>
          {asked || vm === undefined ? null : (
            <AlertActionLink data-test="troubleshoot-with-ai" onClick={() => setAsked(true)}>
              {t('Troubleshoot with AI')}
            </AlertActionLink>
          )}
          {onRetry === undefined ? null : (
            <AlertActionLink onClick={onRetry}>{t('Try again')}</AlertActionLink>
          )}
        </>
      }
      isInline
      title={title}
      variant="danger"
    >
      <Stack hasGutter>
        <StackItem className="cnv-ai-plugin__text">{error}</StackItem>
        {asked || vm === undefined ? (
          <StackItem>
            <Troubleshooting {...props} />
          </StackItem>
        ) : null}
      </Stack>
    </Alert>
  );
};
