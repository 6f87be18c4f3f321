import { nameOf, pointer, type KubeObject } from '../kubernetes';
import { say, type Message } from '../messages';
import { namespaceOfDisk, templatePathOf, type Disk } from './disks';
import { inNamespace, shellWord } from './fixes';
import type { FixDraft } from './rule';

const NEVER_FILLED = say(
  'The DataVolume was never filled, so nothing is lost when it is deleted and made again.',
);

const deleteCommand = (disk: Disk): string => {
  const option = disk.dataVolume?.object === undefined ? ' --ignore-not-found' : '';
  return `oc delete datavolume ${shellWord(disk.name)} -n ${namespaceOfDisk(disk)}${option}`;
};

/**
 * Specs of DataVolumes cannot be changed: the VM's template is corrected by hand and the DataVolume
 * deleted, and virt-controller makes it again. Without a template the DataVolume itself is exported.
 */
export const remakeDiskFix = (vm: KubeObject, disk: Disk, description: Message): FixDraft => ({
  id: 'remake-disk',
  description,
  command:
    templatePathOf(vm, disk.name) === undefined
      ? `oc get datavolume ${shellWord(disk.name)} -n ${namespaceOfDisk(disk)} -o yaml > ${shellWord(`${disk.name}.yaml`)} && ${deleteCommand(disk)}`
      : `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)} && ${deleteCommand(disk)}`,
  effect: NEVER_FILLED,
  risk: 'manual',
});

/** As `remakeDiskFix`, with the value that is known to be right; none when the VM has no template. */
export const patchTemplateFix = (
  vm: KubeObject,
  disk: Disk,
  description: Message,
  tail: readonly string[],
  value: string,
): FixDraft[] => {
  const template = templatePathOf(vm, disk.name);
  if (template === undefined) return [];
  const patch = JSON.stringify([{ op: 'add', path: pointer(...template, ...tail), value }]);
  return [
    {
      id: 'correct-disk-template',
      description,
      command: `oc patch vm ${shellWord(nameOf(vm))} ${inNamespace(vm)} --type json -p ${shellWord(patch)} && ${deleteCommand(disk)}`,
      effect: NEVER_FILLED,
      risk: 'manual',
    },
  ];
};
