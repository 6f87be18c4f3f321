import { useId } from 'react';
import {
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Flex,
  FlexItem,
  Stack,
  StackItem,
  Title,
} from '@patternfly/react-core';
import type { RootCause } from '@cnv-ai/engine/diagnosis';
import type { Diagnosed } from '../fixes/diagnosed';
import { useMessage, usePluginTranslation } from '../i18n';
import { ConfidenceLabel } from './ConfidenceLabel';
import { EvidenceList } from './EvidenceList';
import { FixList } from './FixList';
import { SeverityIcon } from './SeverityIcon';
import './style.css';

export type RootCauseCardProps = {
  readonly cause: RootCause;
  /** The machine it was found for, so that fixes can be applied. */
  readonly diagnosed?: Diagnosed;
};

/** One cause: what happened and why, the proof, and what to do. */
export const RootCauseCard = ({ cause, diagnosed }: RootCauseCardProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const id = useId();
  return (
    <Card
      aria-labelledby={id}
      component="section"
      data-root-cause={cause.id}
      data-test="ai-diagnosis-root-cause"
      isCompact
    >
      <CardHeader>
        <Flex
          alignItems={{ default: 'alignItemsFlexStart' }}
          flexWrap={{ default: 'nowrap' }}
          gap={{ default: 'gapSm' }}
        >
          <FlexItem>
            <SeverityIcon severity={cause.severity} />
          </FlexItem>
          <Flex gap={{ default: 'gapSm' }}>
            <CardTitle component="h3" id={id}>
              {message(cause.titleMessage)}
            </CardTitle>
            <ConfidenceLabel confidence={cause.confidence} />
          </Flex>
        </Flex>
      </CardHeader>
      <CardBody>
        <Stack hasGutter>
          <StackItem className="cnv-ai-plugin__text">{message(cause.explanationMessage)}</StackItem>
          {cause.evidence.length === 0 ? null : (
            <StackItem>
              <Title className="cnv-ai-plugin__heading" headingLevel="h4" size="md">
                {t('Evidence')}
              </Title>
              <EvidenceList evidence={cause.evidence} />
            </StackItem>
          )}
          {cause.fixes.length === 0 ? null : (
            <StackItem>
              <Title className="cnv-ai-plugin__heading" headingLevel="h4" size="md">
                {t('What to do')}
              </Title>
              <FixList diagnosed={diagnosed} fixes={cause.fixes} rootCauseId={cause.id} />
            </StackItem>
          )}
        </Stack>
      </CardBody>
    </Card>
  );
};
