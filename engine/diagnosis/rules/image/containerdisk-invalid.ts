import { say } from '../../../messages';
import { nameOf } from '../../../kubernetes';
import { inNamespace, shellWord } from '../../fixes';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { saidByConditions, saidByEvents, firstMatch } from '../../statements';

const NO_DISK =
  /containerdisk (\S+) still not ready after one minute|invalid image in containerDisk ([^\s:]+)|failed to find a sourceFile in containerDisk ([^\s:"')]+)|(kernelboot) container still not ready/;

/** The image was pulled, and no disk to boot from is in it. */
export const containerdiskInvalid = defineRule({
  id: 'containerdisk-invalid',
  title: say('The container image of a disk holds no disk that can be used'),
  stage: 'image',
  needs: ['vm', 'vmi'],
  uses: ['events'],
  explains: ['domain-start-failed'],
  run: ({ vm, vmi, events }) => {
    if (!isStarting(vm, vmi)) return [];
    const own = saidByEvents(events).filter(({ about }) => about.kind === 'VirtualMachineInstance');
    const said = firstMatch([...own, ...saidByConditions(vmi)], NO_DISK);
    if (said === undefined) return [];
    const disk = said.match.slice(1).find(Boolean) ?? '';
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'The image of container disk {{disk}} was pulled, but it holds no disk file in /disk that QEMU can read.',
          { disk },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'correct-image',
            description: say(
              'Name an image that was built as a container disk, with one qcow2 or raw file in /disk.',
            ),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
