import { nameOf, namespaceOf, refOf, type KubeObject } from '../kubernetes';
import { say } from '../messages';
import type { FixDraft } from './rule';

/** `-n <namespace>` of an object, for a command line. */
export const inNamespace = (object: KubeObject): string => `-n ${namespaceOf(object) ?? 'default'}`;

/** A word as one argument of a POSIX shell, quoted only where it must be. */
export const shellWord = (word: string): string =>
  /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** A patch of the VM as a command. */
export const patchCommand = (vm: KubeObject, type: 'merge' | 'json', patch: unknown): string =>
  `oc patch vm ${shellWord(nameOf(vm))} ${inNamespace(vm)} --type ${type} -p ${shellWord(JSON.stringify(patch))}`;

/** A changed template reaches a pod only when the instance is made again. */
export const restartCommand = (vm: KubeObject): string =>
  `virtctl restart ${shellWord(nameOf(vm))} ${inNamespace(vm)}`;

/** A patch of the VM to be confirmed, with the one that takes it back; then it may be restarted. */
export const patchFix = (
  vm: KubeObject,
  words: Pick<FixDraft, 'id' | 'description' | 'effect'>,
  patch: unknown,
  undo: unknown,
  then?: 'restart',
): FixDraft => {
  const patchType = Array.isArray(patch) ? 'json' : 'merge';
  const command = patchCommand(vm, patchType, patch);
  return {
    ...words,
    command: then === undefined ? command : `${command} && ${restartCommand(vm)}`,
    risk: 'confirm',
    action: {
      verb: 'patch',
      target: refOf(vm),
      patchType,
      patch,
      undo,
      ...(then === undefined ? {} : { then }),
    },
  };
};

export const startFix = (vm: KubeObject): FixDraft => ({
  id: 'start-vm',
  description: say('Start the virtual machine.'),
  command: `virtctl start ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
  effect: say('It boots.'),
  risk: 'safe',
  action: { verb: 'subresource', target: refOf(vm), subresource: 'start' },
});

export const removeVolumeFix = (vm: KubeObject, volume: string): FixDraft => ({
  id: 'remove-volume',
  description: say('Take the disk out again.'),
  command: `virtctl removevolume ${shellWord(nameOf(vm))} --volume-name=${shellWord(volume)} ${inNamespace(vm)}`,
  risk: 'manual',
});

export const restartFix = (vm: KubeObject): FixDraft => ({
  id: 'restart-vm',
  description: say('Restart the virtual machine.'),
  command: restartCommand(vm),
  effect: say('It goes down and boots again.'),
  risk: 'confirm',
  action: { verb: 'subresource', target: refOf(vm), subresource: 'restart' },
});
