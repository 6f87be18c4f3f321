import {
  conditionOf,
  listAt,
  MINUTE,
  nameOf,
  parseTime,
  textAt,
  type KubeObject,
  type Path,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { inNamespace, restartFix, shellWord } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

const DEVICES = ['domain', 'devices', 'interfaces'] as const;
const WANTED: Path = ['spec', 'template', 'spec', ...DEVICES];
const USUAL = 5 * MINUTE;

const names = (object: KubeObject, ...path: Path): string[] =>
  listAt(object, ...path).flatMap((one) => textAt(one, 'name') ?? []);

/** Interfaces of the template that are not plugged in. Nothing is told where a list is missing. */
const pendingIn = (vm: KubeObject, vmi: KubeObject): { name: string; index: number }[] => {
  const inSpec = names(vmi, 'spec', ...DEVICES);
  const plugged = names(vmi, 'status', 'interfaces');
  if (inSpec.length === 0 && plugged.length === 0) return [];
  const mustMigrate = conditionOf(vmi, 'MigrationRequired') !== undefined;
  const missing = (name: string): boolean =>
    inSpec.length > 0 && !inSpec.includes(name)
      ? !plugged.includes(name)
      : mustMigrate && plugged.length > 0 && !plugged.includes(name);
  return listAt(vm, ...WANTED).flatMap((one, index) => {
    const name = textAt(one, 'name') ?? '';
    return textAt(one, 'state') !== 'absent' && missing(name) ? [{ name, index }] : [];
  });
};

/** A new interface reaches the guest only when it migrates, or boots again. */
export const nicHotplugPending = defineRule({
  id: 'nic-hotplug-pending',
  title: say('A network interface that was added is not plugged in yet'),
  stage: 'network',
  needs: ['vm', 'vmi'],
  run: ({ vm, vmi }, { now }) => {
    if (vmi === undefined || !isRunning(vmi)) return [];
    if (conditionOf(vm, 'RestartRequired')?.status === 'True') return [];
    const pending = pendingIn(vm, vmi);
    const required = conditionOf(vmi, 'MigrationRequired');
    const since = parseTime(required?.lastTransitionTime) ?? 0;
    if (pending.length === 0 || now - since < USUAL) return [];
    const failure = conditionOf(vm, 'Failure');
    const isRefused =
      failure?.status === 'True' && failure.reason === 'HotPlugNetworkInterfaceError';
    return [
      {
        severity: 'warning',
        confidence: required === undefined && !isRefused ? 'likely' : 'certain',
        ...(isRefused ? { explains: ['hotplug-update-conflict'] } : {}),
        explanation: say(
          'Interfaces {{names}} are in the virtual machine, but not in the running guest. They are plugged in by a migration or a restart.',
          { names: pending.map(({ name }) => name).join(', ') },
        ),
        evidence: [
          ...pending.map(({ index }) => proof(vm, ...WANTED, index, 'name')),
          ...(required === undefined ? [] : [conditionProof(vmi, required)]),
          ...(isRefused ? [conditionProof(vm, failure)] : []),
        ],
        fixes: [
          {
            id: 'migrate-to-plug',
            description: say('Migrate it, if it can migrate.'),
            command: `virtctl migrate ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            effect: say('The guest moves to another node while it runs.'),
            risk: 'confirm',
          },
          restartFix(vm),
        ],
      },
    ];
  },
});
