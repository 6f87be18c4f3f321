import { isDeleting, textAt, type KubeObject } from '../kubernetes';
import type { Facts } from './facts';
import { isStarting, runStrategyOf } from './intent';
import { saidByConditions, saidByEvents, type Statement } from './statements';

/** Conditions use a sentence as their reason, events a word. */
const SYNC_REASONS = new Set(['Synchronizing with the Domain failed.', 'SyncFailed']);

/** `LibvirtError(…, Message='…')`, the end of a gRPC error, or what an older envelope quotes. */
const INNER = [
  /Message='([^]*?)'\)?"?$/,
  /desc = (?!LibvirtError)([^]+)$/,
  /command \w+ failed(?: with \w+)?: "?([^]+?)"?$/,
];

/** The text of libvirt or the launcher inside its envelope, which differs between versions. */
export const innerText = (text: string): string => {
  for (const pattern of INNER) {
    const inner = pattern.exec(text.trim())?.[1];
    if (inner !== undefined && inner !== '') return inner.trim();
  }
  return text;
};

/** The launcher finds no answer file for the setup of Windows: a cause of its Secret or ConfigMap. */
export const NO_ANSWER_FILE = /Sysprep drive should contain (\S+) or (\S+) but neither were found/;

const uidOfSubject = (event: KubeObject): string => textAt(event, 'involvedObject', 'uid') ?? '';

const isAboutInstance = (event: KubeObject): boolean =>
  textAt(event, 'involvedObject', 'kind') === 'VirtualMachineInstance';

/**
 * Events of the instance that tells why the VM is down: the current one, or the one that failed
 * last while KubeVirt waits before the next try. Those of any other instance tell nothing.
 */
export const instanceEvents = ({
  vm,
  vmi,
  events,
  earlierEvents,
}: Pick<Facts, 'vm' | 'vmi' | 'events' | 'earlierEvents'>): KubeObject[] => {
  const failed = textAt(vm, 'status', 'startFailure', 'lastFailedVMIUID') ?? '';
  const own = vmi === undefined ? [] : events.filter(isAboutInstance);
  const last = [...events, ...earlierEvents].filter(
    (event) => isAboutInstance(event) && failed !== '' && uidOfSubject(event) === failed,
  );
  return [...new Set([...own, ...last])];
};

/** virt-handler says that the launcher could not do what the instance asks for. */
export const isSyncError = ({ reason, text }: Statement): boolean =>
  SYNC_REASONS.has(reason) && text !== '';

/** Why the launcher could not start the guest, in its own words, newest first. */
export const startErrors = (
  facts: Pick<Facts, 'vm' | 'vmi' | 'events' | 'earlierEvents'>,
): Statement[] => {
  const { vm, vmi } = facts;
  const isDown = vmi === undefined || textAt(vmi, 'status', 'phase') === 'Failed';
  const isUnwanted = isDeleting(vm) || runStrategyOf(vm) === 'Halted';
  if (isUnwanted || !(isStarting(vm, vmi) || isDown)) return [];
  return [...saidByEvents(instanceEvents(facts)), ...saidByConditions(vmi)].filter(isSyncError);
};
