import { isDeleting, MINUTE, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import {
  heldElsewhere,
  holdersOf,
  isHeldElsewhere,
  onePodClaims,
  uses,
  type Holder,
} from '../../attachments';
import { conditionProof, proofIf } from '../../evidence';
import type { Facts } from '../../facts';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf, ageOf, isStarting } from '../../intent';
import { defineRule, type Finding, type FixDraft } from '../../rule';
import { countOf, refusalOf } from '../../scheduling';
import { eventsAbout, saidByEvents } from '../../statements';
import type { Evidence } from '../../types';

/** A disk changes nodes within a minute or two when all goes well. */
const USUAL = 3 * MINUTE;

type Held = {
  readonly volume: string;
  readonly claim?: KubeObject;
  readonly pod?: string;
  readonly isSaid: boolean;
  readonly evidence: readonly Evidence[];
};

/** What the event says, and who has the disk where that could be read. */
const saidOf = (
  launcher: KubeObject,
  { events, claims }: Pick<Facts, 'events' | 'claims'>,
): Held | undefined => {
  const own = saidByEvents(eventsAbout(events, launcher));
  const said = own.find(({ text }) => isHeldElsewhere(text));
  const held = said && heldElsewhere(said.text);
  if (said === undefined || held === undefined) return undefined;
  const { volume, pod } = held;
  const since = own.slice(0, own.indexOf(said));
  const isAttached = since.some(
    ({ reason, text }) => reason === 'SuccessfulAttachVolume' && text.includes(volume),
  );
  if (isAttached) return undefined;
  const claim = claims.find(({ object }) => textAt(object, 'spec', 'volumeName') === volume);
  return {
    volume,
    isSaid: true,
    evidence: [said.evidence],
    ...(claim?.object === undefined ? {} : { claim: claim.object }),
    ...(pod === undefined ? {} : { pod }),
  };
};

/** The same from the objects alone, when no event is left. */
const seenOf = ({ claim, pod, evidence }: Holder): Held => ({
  volume: textAt(claim, 'spec', 'volumeName') ?? '',
  claim,
  isSaid: false,
  evidence: [evidence],
  ...(pod === undefined ? {} : { pod: nameOf(pod) }),
});

/** What is said of a disk, with the pod that has it where that could be read. */
const together = (said: Held | undefined, seen: Held | undefined): Held | undefined =>
  said !== undefined && said.volume === seen?.volume
    ? { ...seen, ...said, evidence: [...said.evidence, ...seen.evidence] }
    : (said ?? seen);

/** A disk that nobody uses any more comes loose from its node by itself, which takes its time. */
const isComingLoose = (
  { claim, pod: named }: Held,
  launcher: KubeObject,
  diskUsers: readonly KubeObject[],
  now: number,
): boolean =>
  ageOf(launcher, now) <= USUAL &&
  !diskUsers.some(
    (pod) =>
      !isDeleting(pod) && (nameOf(pod) === named || (claim !== undefined && uses(pod, claim))),
  );

const stopConsumer = (vm: KubeObject): FixDraft => ({
  id: 'stop-other-consumer',
  description: say(
    'Stop what else uses the disk. Only if its node is dead for certain, fence the node and delete its pod by force.',
  ),
  command: `oc get pods ${inNamespace(vm)} -o wide`,
  risk: 'manual',
});

const findingOf = (
  { volume, claim, pod, isSaid, evidence }: Held,
  launcher: KubeObject,
  vm: KubeObject,
): Finding => {
  const params = {
    disk: claim === undefined ? volume : nameOf(claim),
    node: textAt(launcher, 'spec', 'nodeName') ?? '',
  };
  return {
    severity: 'critical',
    confidence: isSaid ? 'certain' : 'likely',
    blocking: true,
    explanation:
      pod === undefined
        ? say(
            'Disk {{disk}} can be attached to one node at a time and is still attached to another than {{node}}, where the virtual machine should start.',
            params,
          )
        : say(
            'Disk {{disk}} can be attached to one node at a time, and pod {{holder}} still uses it on another node than {{node}}, where the virtual machine should start.',
            { ...params, holder: pod },
          ),
    evidence: [...evidence, ...proofIf(claim, 'spec', 'accessModes')],
    fixes: [
      {
        id: 'find-volume-attachment',
        description: say('See which node holds the volume.'),
        command: `oc get volumeattachment -o wide | grep ${shellWord(volume)}`,
        risk: 'safe',
      },
      stopConsumer(vm),
    ],
  };
};

const ONE_POD = /ReadWriteOncePod access mode/;

/** The scheduler does not even place a pod whose disk another pod uses that must have it alone. */
const heldByPod = (
  launcher: KubeObject,
  facts: Pick<Facts, 'vm' | 'claims' | 'diskUsers' | 'nodes' | 'persistentVolumes'>,
): Finding[] => {
  const refused = refusalOf(launcher, facts);
  if (refused === undefined || countOf(refused.groups, ONE_POD) === 0) return [];
  const claims = onePodClaims(facts.claims);
  const claim = claims.find((one) => facts.diskUsers.some((pod) => uses(pod, one))) ?? claims[0];
  const holder = claim && facts.diskUsers.find((pod) => uses(pod, claim));
  const disk = claim === undefined ? '' : nameOf(claim);
  return [
    {
      severity: 'critical',
      confidence: 'certain',
      blocking: true,
      explanation:
        holder === undefined
          ? say('Disk {{disk}} may be used by one pod at a time, and another pod uses it.', {
              disk,
            })
          : say('Disk {{disk}} may be used by one pod at a time, and pod {{holder}} uses it.', {
              disk,
              holder: nameOf(holder),
            }),
      evidence: [
        conditionProof(launcher, refused.condition),
        ...proofIf(claim, 'spec', 'accessModes'),
        ...proofIf(holder, 'spec', 'nodeName'),
      ],
      fixes: [stopConsumer(facts.vm)],
    },
  ];
};

/** A volume for one node only is still attached to another one. */
export const multiAttach = defineRule({
  id: 'multi-attach',
  title: say('A disk is still attached to another node'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['events', 'claims', 'diskUsers', 'nodes', 'persistentVolumes'],
  explains: ['volume-mount-failed'],
  run: (facts, { now }) => {
    const { vm, vmi } = facts;
    const pod = activePodOf(vmi, facts.pods);
    if (!isStarting(vm, vmi) || pod === undefined) return [];
    const [holder] = ageOf(pod, now) > USUAL ? holdersOf(pod, facts) : [];
    const held = together(saidOf(pod, facts), holder && seenOf(holder));
    if (held === undefined) return heldByPod(pod, facts);
    return isComingLoose(held, pod, facts.diskUsers, now) ? [] : [findingOf(held, pod, vm)];
  },
});
