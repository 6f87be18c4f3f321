import {
  byCodeUnit,
  conditionsOf,
  createdOf,
  flagAt,
  MINUTE,
  nameOf,
  textAt,
  type KubeObject,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { ageOf, phaseOf } from '../../intent';
import { defineRule, type Finding } from '../../rule';
import { eventsAbout, firstMatch, type Statement } from '../../statements';

const NOT_READY =
  /powered off|must be stopped|failed to be ready|does not exist|is invalid to use|not ready|already exists|Please stop the restore target/i;
/** Of a restore that admission refused, nothing is left but what its maker was told. */
const REFUSED = /virtualmachinerestore-validator|restore source and restore target are different/;
const MUST_STOP = /powered off|must be stopped|failed to be ready|stop the restore target/i;

const notLetIn = (vm: KubeObject, { text, evidence }: Statement): Finding => ({
  severity: 'warning',
  confidence: 'likely',
  explanation: say('KubeVirt did not let the restore in: {{reason}}', {
    reason: cut(present(text), 300),
  }),
  evidence: [evidence],
  fixes: [
    {
      id: 'check-restore',
      description: say('Look at the restore and its snapshot.'),
      command: `oc get vmsnapshot,vmrestore ${inNamespace(vm)}`,
      risk: 'manual',
    },
  ],
});

/** Conditions of a restore carry their sentence in `reason`. */
export const restoreTargetNotReady = defineRule({
  id: 'restore-target-not-ready',
  title: say('A restore of the virtual machine cannot go on'),
  stage: 'operation',
  needs: ['reported', 'vm', 'vmi', 'restores'],
  uses: ['events'],
  explains: ['vm-locked-by-snapshot-or-restore'],
  run: ({ reported, vm, vmi, restores, events }, { now, topics }) => {
    const refused = firstMatch(reported, REFUSED)?.statement;
    if (refused !== undefined) return [notLetIn(vm, refused)];
    const [newest] = [...restores].sort((a, b) =>
      byCodeUnit(createdOf(b) ?? '', createdOf(a) ?? ''),
    );
    if (newest === undefined || flagAt(newest, 'status', 'complete') === true) return [];
    const holds = textAt(vm, 'status', 'restoreInProgress') === nameOf(newest);
    if (!topics.has('restore') && !holds) return [];
    const condition = conditionsOf(newest).find(({ reason }) => NOT_READY.test(reason));
    const runs = vmi !== undefined && !['Succeeded', 'Failed'].includes(phaseOf(vmi) ?? '');
    const isStuck = runs && ageOf(newest, now) > 2 * MINUTE;
    const mustStop = condition === undefined ? isStuck : MUST_STOP.test(condition.reason);
    if ((condition === undefined && !isStuck) || (mustStop && !runs)) return [];
    const [said] = eventsAbout(events, newest);
    const params = {
      name: nameOf(newest),
      reason: cut(present(condition?.reason ?? ''), 300),
    };
    return [
      {
        severity: 'warning',
        confidence: condition === undefined ? 'likely' : 'certain',
        explanation: mustStop
          ? say('Restore {{name}} waits for the virtual machine to be stopped.', params)
          : say('Restore {{name}} cannot go on: {{reason}}', params),
        evidence: [
          ...(condition === undefined ? [] : [proof(newest, ...condition.path, 'reason')]),
          ...(runs ? proofIf(vmi, 'status', 'phase') : []),
          ...proofIf(newest, 'spec', 'virtualMachineSnapshotName'),
          ...(said === undefined ? [] : proofIf(said, 'reason')),
        ],
        fixes: [
          mustStop
            ? {
                id: 'stop-for-restore',
                description: say('Stop the virtual machine; the restore then goes on by itself.'),
                command: `virtctl stop ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
                effect: say('The guest goes down, and its disks are set back to the snapshot.'),
                risk: 'manual',
              }
            : {
                id: 'check-restore',
                description: say('Look at the restore and its snapshot.'),
                command: `oc describe vmrestore ${shellWord(nameOf(newest))} ${inNamespace(vm)}`,
                risk: 'manual',
              },
        ],
      },
    ];
  },
});
