import { useRef } from 'react';
import { DescriptionList, Label, Stack, StackItem } from '@patternfly/react-core';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { conditionMeaning } from '@cnv-ai/engine/diagnosis/meanings';
import { escapeUnsafe, redact } from '@cnv-ai/engine/redaction';
import type { AIEnhancedConditionPopoverProps } from '../embedding/extensions';
import { useMessage, usePluginTranslation } from '../i18n';
import { LightspeedExplanation } from '../views/lightspeed/LightspeedExplanation';
import { conditionQuestion } from '../views/lightspeed/prompts/prompts';
import { Described } from './Described';
import { DiagnosisOnClick } from './DiagnosisOnClick';
import { OtherCluster } from './other-cluster';
import { WidePopover } from './WidePopover';
import './style.css';

/** Programs repeat what they were given, and guests write what they like. */
const safe = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : escapeUnsafe(redact(text));

const Body = ({
  namespace,
  vmName,
  condition,
  cluster,
  version,
}: AIEnhancedConditionPopoverProps) => {
  const { t } = usePluginTranslation();
  const { type, status = 'Unknown', lastTransitionTime } = condition;
  const [reason, text] = [safe(condition.reason), safe(condition.message)];
  const message = useMessage();
  const facts = [
    [t('Reason'), reason],
    [t('Message'), text],
  ].filter(([, value]) => value !== undefined && value !== '');
  const subject = { type, status, reason, message: text };
  const meaning = conditionMeaning(type, status);
  return (
    <Stack className="cnv-ai-plugin__scroll" hasGutter>
      {meaning === undefined ? null : (
        <StackItem data-test="ai-condition-explained">{message(meaning)}</StackItem>
      )}
      <StackItem>
        <DescriptionList isCompact isHorizontal>
          {facts.map(([term = '', value]) => (
            <Described key={term} term={term}>
              <span className="cnv-ai-plugin__text">{value}</span>
            </Described>
          ))}
          {lastTransitionTime === undefined ? null : (
            <Described term={t('Since')}>
              <Timestamp timestamp={lastTransitionTime} />
            </Described>
          )}
        </DescriptionList>
      </StackItem>
      <StackItem>
        <DiagnosisOnClick cluster={cluster} request={{ namespace, vmName, condition: subject }} />
      </StackItem>
      <StackItem>
        <LightspeedExplanation
          data-test="ai-condition-meaning"
          question={() =>
            conditionQuestion({
              namespace,
              vmName,
              condition: subject,
              version: version ?? lastTransitionTime,
            })
          }
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
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <WidePopover
      anchor={anchor}
      aria-label={t('Condition {{condition}}', { condition: name })}
      content={
        <OtherCluster.Provider value={props.cluster}>
          <Body {...props} />
        </OtherCluster.Provider>
      }
      heading={name}
    >
      <span ref={anchor}>
        <Label data-test={`ai-condition-${type}`} isCompact onClick={() => undefined}>
          {name}
        </Label>
      </span>
    </WidePopover>
  );
};
