import { byCodeUnit, conditionsOf, createdOf, nameOf, textAt } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { cut, present } from '../../../redaction';
import { eventProof, proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { eventsAbout } from '../../statements';

/** Reasons of events about a clone; they are of type Normal. */
const REASONS =
  /^(?:SourceDoesNotExist|SnapshotContentInvalid|VMVolumeSnapshotsInvalid|SourceVMWithBackendStorageInvalid|RestoreCreationFailed|SnapshotDeleted)$/;
const TEXT =
  /does not exist|is not backed up in snapshot|does not support snapshots|backendstorage is not supported/i;

const hint = (text: string): Message =>
  /does not support snapshots|not backed up/i.test(text)
    ? say('Clone its disks as DataVolumes instead, or move them to storage with snapshots.')
    : /backendstorage/i.test(text)
      ? say(
          'A virtual machine with a persistent TPM or EFI cannot be cloned this way; clone its disks.',
        )
      : say('Look at the clone and correct its source.');

/** A clone takes a snapshot and restores it elsewhere, so every disk must support snapshots. */
export const cloneFailed = defineRule({
  id: 'clone-failed',
  title: say('The last clone of the virtual machine failed'),
  stage: 'operation',
  needs: ['vm', 'clones'],
  uses: ['events'],
  explains: ['snapshot-unsupported-storage'],
  run: ({ vm, clones, events }) => {
    const [newest] = [...clones].sort((a, b) => byCodeUnit(createdOf(b) ?? '', createdOf(a) ?? ''));
    if (newest === undefined || phaseOf(newest) === 'Succeeded') return [];
    const event = eventsAbout(events, newest).find((one) =>
      REASONS.test(textAt(one, 'reason') ?? ''),
    );
    const condition = conditionsOf(newest).find(
      ({ type, status, reason, message }) =>
        type === 'Ready' && status === 'False' && TEXT.test(`${reason} ${message}`),
    );
    if (event === undefined && condition === undefined && phaseOf(newest) !== 'Failed') return [];
    const text =
      textAt(event, 'message') ??
      (condition?.message === '' ? condition.reason : condition?.message);
    const params = { name: nameOf(newest), reason: cut(present(text ?? ''), 300) };
    return [
      {
        severity: 'warning',
        confidence: event === undefined && condition === undefined ? 'likely' : 'certain',
        explanation:
          text === undefined
            ? say('Clone {{name}} failed, and does not say why.', params)
            : say('Clone {{name}} cannot be made: {{reason}}', params),
        evidence: [
          ...(condition === undefined ? [] : [proof(newest, ...condition.path, 'reason')]),
          ...(event === undefined ? [] : [eventProof(event)]),
          ...proofIf(newest, 'status', 'phase'),
        ],
        fixes: [
          {
            id: 'correct-clone',
            description: hint(text ?? ''),
            command: `oc describe vmclone ${shellWord(nameOf(newest))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
