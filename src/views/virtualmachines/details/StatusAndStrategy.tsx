import { useState } from 'react';
import { Flex, FlexItem, Label } from '@patternfly/react-core';
import { meaningOf, strategyMeaning } from '@cnv-ai/engine/diagnosis/meanings';
import { nameOf, namespaceOf, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { MeaningPopover } from '../../../components/MeaningPopover';
import { StatusLabel } from '../../../components/StatusLabel';
import { useMessage, usePluginTranslation } from '../../../i18n';
import { statusQuestion, strategyQuestion } from '../../lightspeed/prompts/prompts';

/** What the status means for this machine, whether it is a fault, and what comes next. */
const StatusMeaning = ({ vm }: { readonly vm: unknown }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const [now] = useState(Date.now);
  const { meaning, normal, next } = meaningOf(recordAt(vm), now);
  return (
    <>
      <p>{message(meaning)}</p>
      <p>
        <Label color={normal ? 'green' : 'orange'} isCompact>
          {normal ? t('As it should be') : t('Needs attention')}
        </Label>{' '}
        {message(next)}
      </p>
    </>
  );
};

/** The status and what KubeVirt is told to do about it, each explained on a click. */
export const StatusAndStrategy = ({ vm }: { readonly vm: unknown }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const [namespace, vmName] = [namespaceOf(vm) ?? '', nameOf(vm)];
  const status = textAt(vm, 'status', 'printableStatus');
  const strategy = textAt(vm, 'spec', 'runStrategy') ?? '';
  const meaning = strategyMeaning(strategy);
  return (
    <Flex>
      {status === undefined ? null : (
        <FlexItem>
          <StatusLabel status={status} />{' '}
          <MeaningPopover
            data-test="ai-status-meaning"
            name={status}
            question={() => statusQuestion({ namespace, vmName, status })}
          >
            <StatusMeaning vm={vm} />
          </MeaningPopover>
        </FlexItem>
      )}
      {meaning === undefined ? null : (
        <FlexItem>
          {t('Run strategy')}: {strategy}{' '}
          <MeaningPopover
            data-test="ai-strategy-meaning"
            name={strategy}
            question={() => strategyQuestion({ namespace, vmName, strategy })}
          >
            {message(meaning)}
          </MeaningPopover>
        </FlexItem>
      )}
    </Flex>
  );
};
