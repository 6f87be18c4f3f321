import { conditionOf, nameOf, textAt, type KubeObject, type Path } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import type { Facts } from '../../facts';
import { inNamespace, patchFix, shellWord } from '../../fixes';
import { isEvacuating, isRunning } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';
import type { Evidence } from '../../types';

const PLACES: readonly (readonly ['vmi' | 'vm' | 'kubevirt', Path])[] = [
  ['vmi', ['spec', 'evictionStrategy']],
  ['vm', ['spec', 'template', 'spec', 'evictionStrategy']],
  ['kubevirt', ['spec', 'configuration', 'evictionStrategy']],
];

/** Where the eviction strategy stands: the instance's own, the template's, or the cluster's. */
const strategyOf = ({ vm, vmi, kubevirts }: Pick<Facts, 'vm' | 'vmi' | 'kubevirts'>) => {
  const objects: Record<string, KubeObject | undefined> = { vm, vmi, kubevirt: kubevirts[0] };
  return PLACES.flatMap(([owner, path]) => {
    const object = objects[owner];
    const strategy = textAt(object, ...path);
    return object === undefined || strategy === undefined ? [] : [{ object, path, strategy }];
  })[0];
};

type Blocked = {
  readonly why: Message;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly FixDraft[];
};

const patchOf = (evictionStrategy: string | null) => ({
  spec: { template: { spec: { evictionStrategy } } },
});

const relaxStrategy = (vm: KubeObject): FixDraft => {
  const patch = patchOf('LiveMigrateIfPossible');
  return patchFix(
    vm,
    {
      id: 'relax-eviction-strategy',
      description: say('Let it migrate only where it can, and be shut down otherwise.'),
      effect: say('The guest restarts. From then on a drain shuts it down.'),
    },
    patch,
    patchOf(textAt(vm, 'spec', 'template', 'spec', 'evictionStrategy') ?? null),
    'restart',
  );
};

/** `LiveMigrate` refuses the eviction of an instance that cannot migrate. */
const cannotMigrate = (vm: KubeObject, vmi: KubeObject): Blocked | undefined => {
  const migratable = conditionOf(vmi, 'LiveMigratable');
  return migratable?.status === 'False'
    ? {
        why: say(
          'Its eviction strategy is LiveMigrate, so an eviction must wait for a migration, and it cannot migrate ({{reason}}).',
          { reason: migratable.reason },
        ),
        evidence: [conditionProof(vmi, migratable)],
        fixes: [relaxStrategy(vm)],
      }
    : undefined;
};

/** `External` leaves it to a controller that reacts to `evacuationNodeName` and relies on that. */
const isLeft = (vmi: KubeObject): Blocked | undefined => {
  const evidence = proofIf(vmi, 'status', 'evacuationNodeName');
  return evidence.length === 0
    ? undefined
    : {
        why: say(
          'Its eviction strategy is External: another controller has to move it off its node, and has not done so yet.',
        ),
        evidence,
        fixes: [],
      };
};

/** A drain of the node waits for an instance that does not leave it. */
export const evictionBlocked = defineRule({
  id: 'eviction-blocked',
  title: say('The virtual machine cannot leave its node, so a drain of the node hangs'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  uses: ['kubevirts'],
  run: ({ vm, vmi, kubevirts }, { topics }) => {
    if (vmi === undefined || !isRunning(vmi)) return [];
    if (!topics.has('drain') && !isEvacuating(vmi)) return [];
    const found = strategyOf({ vm, vmi, kubevirts });
    const isExternal = found?.strategy === 'External';
    // An eviction that nobody complains about may be under way.
    const external = isExternal && topics.has('drain') ? isLeft(vmi) : undefined;
    const blocked = found?.strategy === 'LiveMigrate' ? cannotMigrate(vm, vmi) : external;
    if (found === undefined || blocked === undefined) return [];
    return [
      {
        severity: 'warning',
        confidence: isExternal ? 'likely' : 'certain',
        explanation: blocked.why,
        evidence: [proof(found.object, ...found.path), ...blocked.evidence],
        fixes: [
          {
            id: 'shut-down-for-drain',
            description: say('Shut it down for the time of the maintenance.'),
            command: `virtctl stop ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            effect: say('The guest goes down.'),
            risk: 'manual',
          },
          ...blocked.fixes,
        ],
      },
    ];
  },
});
