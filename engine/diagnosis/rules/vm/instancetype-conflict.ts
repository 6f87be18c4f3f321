import { at, pointer, type KubeObject, type Path } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf, saidIf } from '../../evidence';
import { patchFix } from '../../fixes';
import { isReady, isStarting } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const CONFLICTS =
  /VMI? (?:field\(s\) (?<one>\S+) conflicts with selected instance ?type|conflicts with instance ?type spec in fields: ?\[?(?<many>[^\]]+))/;

const DOMAIN: Path = ['spec', 'template', 'spec', 'domain'];
/** What every instance type decides. */
const OWNED: readonly Path[] = [
  ['cpu', 'sockets'],
  ['cpu', 'cores'],
  ['cpu', 'threads'],
  ['memory', 'guest'],
  ['resources', 'requests', 'cpu'],
  ['resources', 'requests', 'memory'],
  ['resources', 'limits', 'cpu'],
  ['resources', 'limits', 'memory'],
].map((tail) => [...DOMAIN, ...tail]);

const setTwice = (vm: KubeObject): Path[] =>
  OWNED.filter((path) => {
    const value = at(vm, ...path);
    return value !== undefined && value !== null;
  });

const removeFix = (vm: KubeObject, paths: readonly Path[]): FixDraft => {
  const patch = paths.map((path) => ({ op: 'remove', path: pointer(...path) }));
  return patchFix(
    vm,
    {
      id: 'remove-conflicting-fields',
      description: say('Remove from the virtual machine what its instance type decides.'),
      effect: say('The size of the instance type counts.'),
    },
    patch,
    paths.map((path) => ({ op: 'add', path: pointer(...path), value: at(vm, ...path) })),
  );
};

/** The VM sets CPU or memory that its instance type already decides. */
export const instancetypeConflict = defineRule({
  id: 'instancetype-conflict',
  title: say('The virtual machine sets what its instance type decides'),
  stage: 'vm',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events'],
  explains: ['vmi-create-rejected'],
  run: ({ reported, vm, vmi, events }) => {
    const isThere = vmi === undefined && at(vm, 'spec', 'instancetype') !== undefined;
    const paths = isThere && !isReady(vm) ? setTwice(vm) : [];
    const said = firstMatch(
      [
        ...(isThere ? saidByConditions(vm) : []),
        ...(isThere && isStarting(vm, vmi) ? saidByEvents(events) : []),
        ...reported,
      ],
      CONFLICTS,
    );
    if (said === undefined && (paths.length === 0 || !isStarting(vm, vmi))) return [];
    const named = said?.match.groups?.one ?? said?.match.groups?.many;
    const source = said?.statement.source;
    return [
      {
        severity: isReady(vm) ? 'warning' : 'critical',
        confidence: source === 'condition' && paths.length > 0 ? 'certain' : 'likely',
        blocking: source === 'condition' || source === 'event',
        explanation: say(
          'Both the virtual machine and its instance type set {{fields}}. KubeVirt refuses to choose.',
          { fields: named ?? paths.map((path) => path.slice(3).join('.')).join(', ') },
        ),
        evidence: [
          ...saidIf(said?.statement),
          ...paths.map((path) => proof(vm, ...path)),
          ...proofIf(vm, 'spec', 'instancetype'),
        ],
        fixes: paths.length > 0 ? [removeFix(vm, paths)] : [],
      },
    ];
  },
});
