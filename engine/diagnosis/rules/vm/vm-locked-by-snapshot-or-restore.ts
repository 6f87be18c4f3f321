import { MINUTE, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { ageOf, wantsToRun } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const REFUSED =
  /Cannot update (?:VM runStrategy|vm (?:disks or volumes|running state)) until (snapshot|restore) "?([^"\s]+)"? completes/i;
/** A snapshot gives up after five minutes unless it says otherwise. */
const USUAL = 10 * MINUTE;

const LOCKS = [
  ['snapshotInProgress', 'snapshot', 'vmsnapshot'],
  ['restoreInProgress', 'restore', 'vmrestore'],
] as const;

const held = (kind: 'snapshot' | 'restore', name: string): Message =>
  kind === 'snapshot'
    ? say(
        'Snapshot {{name}} holds the virtual machine. Until it completes, the disks and the run strategy cannot be changed.',
        { name },
      )
    : say('Restore {{name}} holds the virtual machine. Until it completes, it cannot be started.', {
        name,
      });

const isHolding = (object: KubeObject | undefined, now: number): boolean =>
  object === undefined || ageOf(object, now) > USUAL;

/** While a snapshot or restore works on it, the VM may not be started or changed. */
export const vmLockedBySnapshotOrRestore = defineRule({
  id: 'vm-locked-by-snapshot-or-restore',
  title: say('A snapshot or restore holds the virtual machine'),
  stage: 'vm',
  needs: ['reported', 'vm', 'vmi', 'snapshots'],
  uses: ['restores', 'events'],
  run: ({ reported, vm, vmi, snapshots, restores, events }, { now }) => {
    const said = firstMatch(
      [...reported, ...saidByConditions(vm), ...saidByEvents(events)],
      REFUSED,
    );
    const waits = vmi === undefined && wantsToRun(vm, vmi);
    return LOCKS.flatMap(([field, kind, command]) => {
      const name = textAt(vm, 'status', field) ?? '';
      if (name === '') return [];
      const holder = [...snapshots, ...restores].find((one) => nameOf(one) === name);
      const isSaid = said?.match[1]?.toLowerCase() === kind;
      if (!isSaid && !isHolding(holder, now)) return [];
      const keepsDown = waits && kind === 'restore';
      return [
        {
          severity: keepsDown ? ('critical' as const) : ('warning' as const),
          confidence: isSaid || holder !== undefined ? ('certain' as const) : ('likely' as const),
          blocking: keepsDown,
          explanation: held(kind, name),
          evidence: [
            proof(vm, 'status', field),
            ...(isSaid ? [said.statement.evidence] : []),
            ...proofIf(holder, 'metadata', 'creationTimestamp'),
          ],
          fixes: [
            {
              id: 'wait-or-delete-holder',
              description: say('Wait for it. If it is stuck, find out why, and delete it then.'),
              command: `oc describe ${command} ${shellWord(name)} ${inNamespace(vm)}`,
              risk: 'manual' as const,
            },
          ],
        },
      ];
    });
  },
});
