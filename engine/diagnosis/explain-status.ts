import { formatTime, isOptedOut, readNamespaceLabels, RESOURCES, type Reader } from '../kubernetes';
import { english, say, type Message } from '../messages';
import { readOne } from './gather/read';
import { printableStatusOf } from './intent';
import { meaningOf, statusSince } from './status-meanings';

/** What the status of a VM means, whether it is a fault, and what to do. */
export type StatusExplanation = {
  outcome: 'ok' | 'not_found' | 'forbidden' | 'unavailable';
  message?: string;
  messageMessage?: Message;
  status: string;
  meaning: string;
  meaningMessage: Message;
  normal: boolean;
  since?: string;
  next: string;
  nextMessage: Message;
  asOf: string;
};

const refused = (
  outcome: Exclude<StatusExplanation['outcome'], 'ok'>,
  message: Message,
  now: number,
): StatusExplanation => ({
  outcome,
  message: english(message),
  messageMessage: message,
  status: '',
  meaning: english(message),
  meaningMessage: message,
  normal: false,
  next: english(message),
  nextMessage: message,
  asOf: formatTime(now),
});

/** Explains `printableStatus` of one VM in its context; two reads. */
export const explainStatus = async (
  reader: Reader,
  request: { namespace: string; vmName: string },
  now: number,
  options: { readonly forModel?: boolean } = {},
): Promise<StatusExplanation> => {
  const { namespace, vmName: name } = request;
  const [vm, labels] = await Promise.all([
    readOne(reader, RESOURCES.virtualMachines, namespace, name),
    readNamespaceLabels(reader, namespace),
  ]);
  const [missed] = vm.missed;
  if (missed?.reason === 'forbidden') {
    return refused(
      'forbidden',
      say('You may not read VirtualMachine "{{name}}" in project {{namespace}}.', {
        name,
        namespace,
      }),
      now,
    );
  }
  if (missed !== undefined) {
    return refused(
      'unavailable',
      say('The cluster did not answer about VirtualMachine "{{name}}". Try again.', { name }),
      now,
    );
  }
  if (isOptedOut(labels, options.forModel === true)) {
    return refused(
      'unavailable',
      say('Project {{namespace}} is left out of AI assistance by its administrator.', {
        namespace,
      }),
      now,
    );
  }
  const object = vm.value?.object;
  if (object === undefined) {
    return refused(
      'not_found',
      say('There is no VirtualMachine "{{name}}" in project {{namespace}}.', { name, namespace }),
      now,
    );
  }
  const { meaning, normal, next } = meaningOf(object, now);
  const since = statusSince(object);
  return {
    outcome: 'ok',
    status: printableStatusOf(object) ?? '',
    meaning: english(meaning),
    meaningMessage: meaning,
    normal,
    ...(since === undefined ? {} : { since }),
    next: english(next),
    nextMessage: next,
    asOf: formatTime(now),
  };
};
