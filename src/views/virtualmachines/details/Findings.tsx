import { Stack, StackItem, Title } from '@patternfly/react-core';
import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { DiagnosisSummary } from '../../../components/DiagnosisSummary';
import { RootCauseCard } from '../../../components/RootCauseCard';
import { UncheckedList } from '../../../components/UncheckedList';
import type { Diagnosed } from '../../../fixes/diagnosed';
import { usePluginTranslation } from '../../../i18n';
import { LightspeedExplanation } from '../../lightspeed/LightspeedExplanation';
import { diagnosisQuestion } from '../../lightspeed/prompts/prompts';

export type FindingsProps = {
  readonly diagnosis: Diagnosis;
  readonly diagnosed?: Diagnosed;
};

/** The answer first, then the causes, then what was not checked and what a model makes of it. */
export const Findings = ({ diagnosis, diagnosed }: FindingsProps) => {
  const { t } = usePluginTranslation();
  const { rootCauses, unchecked } = diagnosis;
  return (
    <Stack hasGutter>
      <StackItem aria-live="polite">
        <DiagnosisSummary diagnosis={diagnosis} />
      </StackItem>
      {rootCauses.length === 0 ? null : (
        <StackItem>
          <Title headingLevel="h2" size="lg">
            {t('Root causes')}
          </Title>
        </StackItem>
      )}
      {rootCauses.map((cause, index) => (
        <StackItem key={`${cause.id}/${index}`}>
          <RootCauseCard cause={cause} diagnosed={diagnosed} />
        </StackItem>
      ))}
      {unchecked.length === 0 ? null : (
        <StackItem>
          <UncheckedList unchecked={unchecked} />
        </StackItem>
      )}
      <StackItem>
        <LightspeedExplanation
          label={t('Explain with Lightspeed')}
          question={() => diagnosisQuestion(diagnosis)}
        />
      </StackItem>
    </Stack>
  );
};
