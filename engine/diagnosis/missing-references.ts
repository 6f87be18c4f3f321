import { flagAt, textAt, type KubeObject, type Path } from '../kubernetes';
import { say, type Message } from '../messages';
import { inNamespace, shellWord } from './fixes';
import { absence, proof, saidIf } from './evidence';
import type { Facts, Lookup } from './facts';
import { isStarting, phaseOf } from './intent';
import { awaitedPod } from './migrations';
import type { Finding, FixDraft } from './rule';
import { saidByContainers, containersOf } from './containers';
import { NO_ANSWER_FILE, startErrors } from './launcher-errors';
import { eventsAbout, firstMatch, saidByEvents, type Statement } from './statements';

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
  pod: KubeObject | undefined,
  events: readonly KubeObject[],
): Statement | undefined => {
  if (pod === undefined || phaseOf(pod) !== 'Pending') return undefined;
  const said = saidByEvents(events).filter(({ about }) => about.kind === 'Pod');
  return [...saidByContainers(containersOf(pod)), ...said].find(({ text }) =>
    text.includes(`${kind} "${name}" not found`),
  );
};

const NO_KEY = {
  secret: /volume "([^"]+)" : references non-existent secret key: (\S+)/,
  configmap: /volume "([^"]+)" : references non-existent config key: (\S+)/,
};

/** The kubelet names the pod's volume: that of the VM, with an ending for what cloud-init reads. */
const isOfVolume = (vm: KubeObject, { path }: Lookup, volume: string): boolean => {
  const own = textAt(vm, ...path.slice(0, 5), 'name') ?? '';
  const ending = path.includes('networkDataSecretRef') ? '-ndata' : '-udata';
  return own !== '' && (volume === own || volume === `${own}${ending}`);
};

type Wording = {
  readonly kind: 'secret' | 'configmap';
  readonly withoutKey: (params: { name: string; key: string }) => Message;
  readonly explanation: (params: { name: string; namespace: string }) => Message;
  readonly fix: (name: string, path: Path) => FixDraft;
};

const addKeyFix = (vm: KubeObject, target: string, key: string): FixDraft => ({
  id: 'add-key',
  description: say(
    'Add the key {{key}}, here from a file of that name; the pod then goes on by itself.',
    { key },
  ),
  command: `oc set data ${shellWord(target)} --from-file=${shellWord(key)} ${inNamespace(vm)}`,
  risk: 'manual',
});

/** What exists and lacks the key that the pod mounts; its content is not read, the kubelet says so. */
const missingKeys = (
  { vm, events }: Pick<Facts, 'vm' | 'events'>,
  pod: KubeObject | undefined,
  severity: Finding['severity'],
  lookups: readonly Lookup[],
  { kind, withoutKey }: Wording,
): Finding[] => {
  if (pod === undefined || phaseOf(pod) !== 'Pending') return [];
  const said = firstMatch(saidByEvents(eventsAbout(events, pod)), NO_KEY[kind]);
  const [, volume = '', key = ''] = said?.match ?? [];
  return lookups
    .filter((lookup) => lookup.object !== undefined && isOfVolume(vm, lookup, volume))
    .slice(0, said === undefined ? 0 : 1)
    .map(({ ref, path }) => ({
      severity,
      confidence: 'certain',
      blocking: true,
      explanation: withoutKey({ name: ref.name, key }),
      evidence: [...saidIf(said?.statement), proof(vm, ...path)],
      fixes: [addKeyFix(vm, `${kind}/${ref.name}`, key)],
    }));
};

/** What is made into a drive for the setup of Windows, and has no answer file, as the launcher says. */
const withoutAnswerFile = (
  { vm, vmi, events }: Pick<Facts, 'vm' | 'vmi' | 'events'>,
  lookups: readonly Lookup[],
  kind: 'secret' | 'configmap',
): Finding[] => {
  const said = firstMatch(startErrors({ vm, vmi, events, earlierEvents: [] }), NO_ANSWER_FILE);
  if (said === undefined) return [];
  const [, key = '', other = ''] = said.match;
  return lookups
    .filter(({ object, path }) => object !== undefined && path.includes('sysprep'))
    .map(({ ref, path }) => ({
      severity: 'critical',
      confidence: 'certain',
      blocking: true,
      explanation: say(
        '{{kind}} {{name}} has neither {{key}} nor {{other}}, so the launcher cannot make the drive for the setup of Windows.',
        { kind: ref.kind, name: ref.name, key, other },
      ),
      evidence: [said.statement.evidence, proof(vm, ...path)],
      fixes: [addKeyFix(vm, `${kind}/${ref.name}`, key)],
    }));
};

type MountFacts = Pick<Facts, 'vm' | 'vmi' | 'pods' | 'migrations' | 'events'>;

/**
 * What a VM mounts that starts or is to move, and what does not exist: the pod waits, and goes on
 * by itself.
 */
export const missingMounts = (
  { vm, vmi, pods, migrations, events }: MountFacts,
  now: number,
  lookups: readonly Lookup[],
  wording: Wording,
): Finding[] => {
  const awaited = awaitedPod({ vm, vmi, pods, migrations }, now);
  if (!isStarting(vm, vmi) && awaited === undefined) return [];
  const severity = awaited?.severity ?? 'critical';
  const { kind, explanation, fix } = wording;
  const absent = missingFromTemplate(vm, lookups).map(({ ref, path }): Finding => {
    const said = saidMissing(kind, ref.name, awaited?.pod, events);
    return {
      severity,
      confidence: 'certain',
      blocking: said !== undefined,
      explanation: explanation({ name: ref.name, namespace: ref.namespace ?? '' }),
      evidence: [absence(ref), proof(vm, ...path), ...saidIf(said)],
      fixes: [fix(ref.name, path)],
    };
  });
  return [
    ...absent,
    ...missingKeys({ vm, events }, awaited?.pod, severity, lookups, wording),
    ...withoutAnswerFile({ vm, vmi, events }, lookups, kind),
  ];
};
