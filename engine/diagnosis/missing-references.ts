import { flagAt, type KubeObject, type Path } from '../kubernetes';
import type { Message } from '../messages';
import { absence, proof } from './evidence';
import type { Facts, Lookup } from './facts';
import { activePodOf, isStarting, phaseOf } from './intent';
import type { Finding, FixDraft } from './rule';
import { saidByContainers, containersOf } from './containers';
import { saidByEvents, type Statement } from './statements';

/** References of the VM's own template to objects that do not exist and are not optional. */
export const missingFromTemplate = (vm: KubeObject, lookups: readonly Lookup[]): Lookup[] =>
  lookups.filter(
    ({ object, path }) =>
      object === undefined &&
      path[1] === 'template' &&
      flagAt(vm, ...path.slice(0, -1), 'optional') !== true,
  );

/** Where the launcher pod, or the kubelet about it, says that this object is missing. */
const saidMissing = (
  kind: 'secret' | 'configmap',
  name: string,
  vmi: KubeObject | undefined,
  pods: readonly KubeObject[],
  events: readonly KubeObject[],
): Statement | undefined => {
  const pod = activePodOf(vmi, pods);
  if (pod === undefined || phaseOf(pod) !== 'Pending') return undefined;
  const said = saidByEvents(events).filter(({ about }) => about.kind === 'Pod');
  return [...saidByContainers(containersOf(pod)), ...said].find(({ text }) =>
    text.includes(`${kind} "${name}" not found`),
  );
};

type Wording = {
  readonly kind: 'secret' | 'configmap';
  readonly explanation: (params: { name: string; namespace: string }) => Message;
  readonly fix: (name: string, path: Path) => FixDraft;
};

/** What a starting VM mounts and what does not exist: the pod waits, and goes on by itself. */
export const missingMounts = (
  { vm, vmi, pods, events }: Pick<Facts, 'vm' | 'vmi' | 'pods' | 'events'>,
  lookups: readonly Lookup[],
  { kind, explanation, fix }: Wording,
): Finding[] => {
  if (!isStarting(vm, vmi)) return [];
  return missingFromTemplate(vm, lookups).map(({ ref, path }) => {
    const said = saidMissing(kind, ref.name, vmi, pods, events);
    return {
      severity: 'critical',
      confidence: 'certain',
      blocking: said !== undefined,
      explanation: explanation({ name: ref.name, namespace: ref.namespace ?? '' }),
      evidence: [absence(ref), proof(vm, ...path), ...(said === undefined ? [] : [said.evidence])],
      fixes: [fix(ref.name, path)],
    };
  });
};
