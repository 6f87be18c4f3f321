import { Card, CardBody, Stack, StackItem, Title } from '@patternfly/react-core';
import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { DiagnosisSummary } from '../../../components/DiagnosisSummary';
import { RootCauseCard } from '../../../components/RootCauseCard';
import { UncheckedList } from '../../../components/UncheckedList';
import type { Diagnosed } from '../../../fixes/diagnosed';
import { usePluginTranslation } from '../../../i18n';
import { LightspeedExplanation } from '../../lightspeed/LightspeedExplanation';
import { diagnosisQuestion } from '../../lightspeed/prompts/prompts';
import { CheckList } from './CheckList';
import { Dependencies } from './graph/Dependencies';
import { Timeline } from './timeline/Timeline';

export type FindingsProps = {
  readonly diagnosis: Diagnosis;
  readonly diagnosed?: Diagnosed;
};

/** The whole diagnosis: the answer first, then the causes, then what stands behind them. */
export const Findings = ({ diagnosis, diagnosed }: FindingsProps) => {
  const { t } = usePluginTranslation();
  const { rootCauses, checks, timeline, unchecked, graph, observedAt } = diagnosis;
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
      {graph.nodes.length === 0 ? null : (
        <StackItem>
          <Dependencies graph={graph} />
        </StackItem>
      )}
      {timeline.length === 0 ? null : (
        <StackItem>
          <Timeline entries={timeline} observedAt={observedAt} />
        </StackItem>
      )}
      {checks.length === 0 ? null : (
        <StackItem>
          <Card isCompact>
            <CardBody>
              <CheckList checks={checks} />
            </CardBody>
          </Card>
        </StackItem>
      )}
    </Stack>
  );
};
