import { Skeleton, Stack, StackItem } from '@patternfly/react-core';
import type { DiagnosisRequest } from '@cnv-ai/engine/diagnosis';
import { say } from '@cnv-ai/engine/messages';
import { useDiagnosis } from '../answers/useDiagnosis';
import { diagnosedIn } from '../fixes/diagnosed';
import { usePluginTranslation } from '../i18n';
import { LightspeedExplanation } from '../views/lightspeed/LightspeedExplanation';
import { diagnosisQuestion } from '../views/lightspeed/prompts/prompts';
import { DiagnosisCard } from './DiagnosisCard';
import { FailedAlert } from './FailedAlert';
import { OtherCluster } from './other-cluster';

export type DiagnosisOfProps = {
  readonly request: DiagnosisRequest;
  /** The ACM name of another cluster the VM lives on. */
  readonly cluster?: string;
};

/** Diagnoses, shows the findings first, and offers a model's explanation after them. */
export const DiagnosisOf = ({ request, cluster }: DiagnosisOfProps) => {
  const { t } = usePluginTranslation();
  const { status, result, source, error, refresh } = useDiagnosis(request, cluster);
  return (
    <OtherCluster.Provider value={cluster}>
      <Stack hasGutter>
        <StackItem aria-busy={status === 'loading'} aria-live="polite">
          {status === 'failed' ? (
            <FailedAlert
              error={error ?? say('The diagnosis ended without a reason. Try again.')}
              onRetry={refresh}
              title={t('The diagnosis could not be made')}
            />
          ) : null}
          {result === undefined && status === 'loading' ? (
            <Skeleton screenreaderText={t('Reading the VirtualMachine and what it depends on')} />
          ) : null}
          {result === undefined ? null : (
            <DiagnosisCard
              diagnosed={diagnosedIn(result, refresh, cluster)}
              diagnosis={result}
              source={source}
            />
          )}
        </StackItem>
        {result === undefined ? null : (
          <StackItem>
            <LightspeedExplanation
              label={t('Explain with Lightspeed')}
              question={() => diagnosisQuestion(result, request.question)}
            />
          </StackItem>
        )}
      </Stack>
    </OtherCluster.Provider>
  );
};
