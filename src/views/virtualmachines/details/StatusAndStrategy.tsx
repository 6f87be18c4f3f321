import { strategyMeaning } from '@cnv-ai/engine/diagnosis/meanings';
import { nameOf, namespaceOf, textAt } from '@cnv-ai/engine/kubernetes';
import { Described } from '../../../components/Described';
import { MeaningPopover } from '../../../components/MeaningPopover';
import { StatusLabel } from '../../../components/StatusLabel';
import { StatusMeaning } from '../../../components/StatusMeaning';
import { useMessage, usePluginTranslation } from '../../../i18n';
import { statusQuestion, strategyQuestion, versionOf } from '../../lightspeed/prompts/prompts';

/** Lines for a description list: the status and what KubeVirt is told to do about it, each explained on a click. */
export const StatusAndStrategy = ({ vm }: { readonly vm: unknown }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const [namespace, vmName] = [namespaceOf(vm) ?? '', nameOf(vm)];
  const status = textAt(vm, 'status', 'printableStatus');
  const strategy = textAt(vm, 'spec', 'runStrategy') ?? '';
  const meaning = strategyMeaning(strategy);
  const version = versionOf(vm);
  return (
    <>
      {status === undefined ? null : (
        <Described term={t('Status')}>
          <StatusLabel status={status} />{' '}
          <MeaningPopover
            data-test="ai-status-meaning"
            name={status}
            question={() => statusQuestion({ namespace, vmName, status, version })}
          >
            <StatusMeaning vm={vm} />
          </MeaningPopover>
        </Described>
      )}
      {meaning === undefined ? null : (
        <Described term={t('Run strategy')}>
          {strategy}{' '}
          <MeaningPopover
            data-test="ai-strategy-meaning"
            name={strategy}
            question={() => strategyQuestion({ namespace, vmName, strategy, version })}
          >
            {message(meaning)}
          </MeaningPopover>
        </Described>
      )}
    </>
  );
};
