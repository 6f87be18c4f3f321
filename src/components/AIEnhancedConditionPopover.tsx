import { useState } from 'react';
import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
  Popover,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import type { AIEnhancedConditionPopoverProps } from '../embedding/extensions';
import { usePluginTranslation } from '../i18n';
import { LightspeedExplanation } from '../views/lightspeed/LightspeedExplanation';
import { conditionQuestion } from '../views/lightspeed/prompts/prompts';
import { DiagnosisOf } from './DiagnosisOf';
import './style.css';

const Body = ({ namespace, vmName, condition, cluster }: AIEnhancedConditionPopoverProps) => {
  const { t } = usePluginTranslation();
  const [asked, setAsked] = useState(false);
  const { type, status, reason, message, lastTransitionTime } = condition;
  const facts = [
    [t('Reason'), reason],
    [t('Message'), message],
  ].filter(([, value]) => value !== undefined && value !== '');
  return (
    <Stack className="cnv-ai-plugin__scroll" hasGutter>
      <StackItem>
        <DescriptionList isCompact isHorizontal>
          {facts.map(([term, value]) => (
            <DescriptionListGroup key={term}>
              <DescriptionListTerm>{term}</DescriptionListTerm>
              <DescriptionListDescription className="cnv-ai-plugin__text">
                {value}
              </DescriptionListDescription>
            </DescriptionListGroup>
          ))}
          {lastTransitionTime === undefined ? null : (
            <DescriptionListGroup>
              <DescriptionListTerm>{t('Since')}</DescriptionListTerm>
              <DescriptionListDescription>
                <Timestamp timestamp={lastTransitionTime} />
              </DescriptionListDescription>
            </DescriptionListGroup>
          )}
        </DescriptionList>
      </StackItem>
      <StackItem>
        {asked ? (
          <DiagnosisOf
            cluster={cluster}
            request={{ namespace, vmName, condition: { type, status, reason, message } }}
          />
        ) : (
          <Button data-test="get-ai-diagnosis" onClick={() => setAsked(true)} variant="secondary">
            {t('Get AI Diagnosis')}
          </Button>
        )}
      </StackItem>
      <StackItem>
        <LightspeedExplanation
          data-test="ai-condition-meaning"
          question={() =>
            conditionQuestion({ namespace, vmName, condition: { type, status, reason, message } })
          }
          variant="meaning"
        />
      </StackItem>
    </Stack>
  );
};

/** A condition as a label; a click tells what it says, and why it stands so. */
export const AIEnhancedConditionPopover = (props: AIEnhancedConditionPopoverProps) => {
  const { t } = usePluginTranslation();
  const { type, status = 'Unknown' } = props.condition;
  const name = `${type}=${status}`;
  return (
    <Popover
      aria-label={t('Condition {{condition}}', { condition: name })}
      bodyContent={<Body {...props} />}
      headerComponent="h2"
      headerContent={name}
      maxWidth="34rem"
      minWidth="20rem"
    >
      <Label data-test={`ai-condition-${type}`} isCompact onClick={() => undefined}>
        {name}
      </Label>
    </Popover>
  );
};
