import { at, conditionOf, listAt, textAt, type KubeObject, type Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { isStarting } from '../../intent';
import { blockedBy, wantedMigration } from '../../migratable';
import { defineRule, type FixDraft } from '../../rule';
import { saidByConditions, saidByEvents } from '../../statements';

/** The reason is spelt like this in KubeVirt. */
const GATHERING = /^FailedGather\w*ClusterTopologyHints$/;
const NO_FREQUENCY = 'NoTSCFrequencyNotLiveMigratable';
const DOMAIN: Path = ['spec', 'template', 'spec', 'domain'];

/** What in the VM needs one frequency of the time stamp counter for the whole cluster. */
const needsCounter = (vm: KubeObject): Path | undefined => {
  const enlightenment: Path = [...DOMAIN, 'features', 'hyperv', 'reenlightenment'];
  const feature = listAt(vm, ...DOMAIN, 'cpu', 'features').findIndex(
    (entry) => textAt(entry, 'name') === 'invtsc',
  );
  if (at(vm, ...enlightenment) !== undefined) return enlightenment;
  return feature < 0 ? undefined : [...DOMAIN, 'cpu', 'features', feature, 'name'];
};

const LOOK: FixDraft = {
  id: 'check-counter-frequency',
  description: say(
    'See whether the nodes report the frequency of their time stamp counter, and whether it can be scaled.',
  ),
  command:
    'oc get nodes -L cpu-timer.node.kubevirt.io/tsc-frequency,cpu-timer.node.kubevirt.io/tsc-scalable',
  risk: 'manual',
};

/** No pod while it starts; no live migration when it already runs. */
export const topologyHintsMissing = defineRule({
  id: 'topology-hints-missing',
  title: say('The clock frequency that the guest needs is not known for the cluster'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events'],
  run: ({ vm, vmi, pods, events }, context) => {
    const place = needsCounter(vm);
    const evidence = place === undefined ? [] : [proof(vm, ...place)];
    const wanted = wantedMigration(vmi, context);
    const blockers =
      wanted === undefined ? [] : blockedBy(wanted, (reason) => reason === NO_FREQUENCY).conditions;
    if (wanted !== undefined && blockers.length > 0) {
      return [
        {
          severity: 'warning',
          confidence: 'certain',
          explanation: say(
            'The guest counts time by the processor, and the nodes report no common frequency. On another node its clock might go wrong, so it is not migrated.',
          ),
          evidence: [
            ...blockers.map((condition) => conditionProof(wanted.vmi, condition)),
            ...evidence,
          ],
          fixes: [LOOK],
        },
      ];
    }
    if (!isStarting(vm, vmi) || pods.length > 0) return [];
    const said = [...saidByConditions(vmi), ...saidByEvents(events)].find(({ reason }) =>
      GATHERING.test(reason),
    );
    if (said === undefined || conditionOf(vmi, 'Synchronized')?.status === 'True') return [];
    return [
      {
        severity: 'critical',
        confidence: said.source === 'condition' ? 'certain' : 'likely',
        blocking: true,
        explanation: say(
          'The guest counts time by the processor, and the nodes report no common frequency. So no launcher pod is made.',
        ),
        evidence: [said.evidence, ...evidence],
        fixes: [LOOK],
      },
    ];
  },
});
