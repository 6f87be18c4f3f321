import { nameOf } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { diskOfVolume, disksOf } from '../../disks';
import { proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const OPEN_FAILED =
  /Could not open '[^']*'|Failed to get "?\\?"?write\\?"? lock|Image size is not a multiple of request alignment|neither found block device nor regular file for volume|does not support direct I\/O/;

/** `…/vmi-disks/<volume>/disk.img`, `/dev/<volume>`, or named in words. */
const VOLUME = /vmi-disks\/([^/'"\s]+)|'\/dev\/([^/'"\s]+)'|for volume ([^\s'")]+)/;

const why = (text: string, volume: string): Message => {
  if (/write\\?"? lock/.test(text)) {
    return say(
      'QEMU cannot open disk {{volume}}: something else holds its lock, most likely another pod that uses the same claim.',
      { volume },
    );
  }
  if (text.includes('Permission denied')) {
    return say('QEMU cannot open disk {{volume}}: it may not read or write the file.', { volume });
  }
  if (/No such file|neither found block device/.test(text)) {
    return say('QEMU cannot open disk {{volume}}: its claim holds no disk image.', { volume });
  }
  if (text.includes('request alignment')) {
    return say('QEMU cannot open disk {{volume}}: its size does not fit the block size.', {
      volume,
    });
  }
  if (text.includes('direct I/O')) {
    return say(
      'QEMU cannot open disk {{volume}} without a cache: its file system does not support direct I/O.',
      { volume },
    );
  }
  return say('QEMU cannot open disk {{volume}}.', { volume });
};

/** The inner text counts; its envelope differs between versions of KubeVirt. */
export const diskOpenFailed = defineRule({
  id: 'disk-open-failed',
  title: say('QEMU cannot open a disk'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  uses: ['events', 'claims', 'dataVolumes'],
  explains: ['domain-start-failed'],
  run: (facts) => {
    const { vm, vmi, events } = facts;
    if (!isStarting(vm, vmi)) return [];
    const own = saidByEvents(events).filter(
      ({ about, reason }) => about.kind === 'VirtualMachineInstance' && reason === 'SyncFailed',
    );
    const said = firstMatch([...own, ...saidByConditions(vmi)], OPEN_FAILED);
    if (said === undefined) return [];
    const named = VOLUME.exec(said.statement.text);
    const volume = named?.slice(1).find(Boolean) ?? '';
    const claim = diskOfVolume(vm, volume, disksOf(facts))?.claim?.object;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: why(said.statement.text, volume),
        evidence: [
          said.statement.evidence,
          ...proofIf(claim, 'spec', 'accessModes'),
          ...proofIf(claim, 'spec', 'volumeMode'),
        ],
        fixes: [
          {
            id: 'find-users-of-claim',
            description: say('See what uses the claim of the disk; a lock goes with its holder.'),
            command: `oc describe pvc ${claim === undefined ? '' : `${shellWord(nameOf(claim))} `}${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
