import {
  conditionOf,
  isOwnedBy,
  listAt,
  namespaceOf,
  RESOURCES,
  uidOf,
  type KubeObject,
} from '../../kubernetes';
import type { Gathered, Lookup } from '../facts';
import { isNotTakenUp } from '../intent';
import { helperRefusals } from '../migrations';
import { keptStatePath, stateClaimsOf, stateStorageProblem } from '../state-storage';
import { saidByConditions } from '../statements';
import {
  known,
  lookUpAll,
  lookUpTogether,
  readMany,
  readOne,
  through,
  type Reference,
} from './read';
import * as references from './references';
import { listWhen, when, type Situation } from './situation';

/** Launcher pods: those of the current instance, and those of the one that failed last. */
export const readPods = async (situation: Situation) => {
  const { instance, failedUid } = situation;
  const createdBy = (uid: string) => ({ labelSelector: `kubevirt.io/created-by=${uid}` });
  const [pods, failedPods] = await Promise.all([
    listWhen(
      situation,
      instance !== undefined,
      RESOURCES.pods,
      (pod) => isOwnedBy(pod, instance),
      createdBy(uidOf(instance) ?? ''),
    ),
    listWhen(situation, failedUid !== '', RESOURCES.pods, undefined, createdBy(failedUid)),
  ]);
  return { pods, failedPods };
};

/** The disks that the VM names, looked at whatever it does, and the one that KubeVirt adds. */
export const readDisks = async (situation: Situation) => {
  const { reader, machine, instance, name, starting } = situation;
  const keepsState =
    keptStatePath(machine) !== undefined || stateStorageProblem(instance) !== undefined;
  const [claims, dataVolumes, stateClaims] = await Promise.all([
    lookUpAll(reader, references.claimReferences(machine)),
    lookUpAll(reader, references.dataVolumeReferences(machine)),
    listWhen(
      situation,
      starting && keepsState,
      RESOURCES.persistentVolumeClaims,
      undefined,
      stateClaimsOf(name),
    ),
  ]);
  return { claims, dataVolumes, stateClaims };
};

const single = (lookups: Gathered<readonly Lookup[]>): Gathered<Lookup | undefined> =>
  through(lookups, ([first]) => first);

/** Everything else that the VM names. It matters for a new launcher pod: a running guest has it. */
export const readReferences = async ({
  reader,
  machine,
  starting: isStarting,
  migrating,
  preparing: isPreparing,
  wantsAll,
}: Situation) => {
  const [starting, preparing] = [wantsAll || isStarting, wantsAll || isPreparing];
  const lookUp = (condition: boolean, referencesOf: (vm: KubeObject) => readonly Reference[]) =>
    when<readonly Lookup[]>(condition, () => lookUpAll(reader, referencesOf(machine)), []);
  const [
    networkAttachments,
    instancetype,
    preference,
    revisions,
    secrets,
    configMaps,
    serviceAccounts,
    priorityClasses,
    dataSources,
  ] = await Promise.all([
    lookUp(starting || migrating, references.networkReferences),
    lookUp(starting, references.instancetypeReferences),
    lookUp(starting, references.preferenceReferences),
    lookUp(starting, references.revisionReferences),
    lookUp(starting || migrating, references.secretReferences),
    lookUp(starting || migrating, references.configMapReferences),
    lookUp(starting, references.serviceAccountReferences),
    lookUp(starting, references.priorityClassReferences),
    when<readonly Lookup[]>(
      preparing,
      () => lookUpTogether(reader, references.dataSourceReferences(machine)),
      [],
    ),
  ]);
  return {
    networkAttachments,
    instancetype: single(instancetype),
    preference: single(preference),
    revisions,
    secrets,
    configMaps,
    serviceAccounts,
    priorityClasses,
    dataSources,
  };
};

/** Whether a disk may grow decides the way out. */
const isPausedByStorage = (vmi: KubeObject | undefined): boolean =>
  conditionOf(vmi, 'Paused')?.reason === 'PausedIOError';

const saysConstraint = (object: KubeObject | undefined): boolean =>
  saidByConditions(object).some(({ text }) => text.includes('security context constraint'));

/** The pods of virt-controller, which stand beside the KubeVirt resource. */
export const readControllers = (
  { reader, machine, instance }: Situation,
  { value: [kubevirt] = [], missed }: Gathered<readonly KubeObject[]>,
): Promise<Gathered<readonly KubeObject[]>> => {
  if (!isNotTakenUp(machine, instance)) return Promise.resolve(known([]));
  const namespace = namespaceOf(kubevirt);
  const labelSelector = 'kubevirt.io=virt-controller';
  return namespace === undefined
    ? Promise.resolve({ value: [], missed })
    : readMany(reader, RESOURCES.pods, { namespace, labelSelector });
};

/** What the namespace and the cluster allow or offer. */
export const readPolicies = async (situation: Situation) => {
  const { reader, machine, instance, starting, preparing, migrating, nodeName, asks } = situation;
  const makesDisks = starting && listAt(machine, 'spec', 'dataVolumeTemplates').length > 0;
  const asksStorage =
    preparing || situation.wantsAll || asks('snapshot') || isPausedByStorage(instance);
  const isPlugRefused = helperRefusals({ vmi: instance, events: [] }) !== undefined;
  const isRefused = starting && (saysConstraint(instance) || saysConstraint(machine));
  const [quotas, limitRanges, storageClasses, cdis, constraints, ownNode] = await Promise.all([
    listWhen(situation, preparing || migrating || isPlugRefused, RESOURCES.resourceQuotas),
    // They bound pods, which only an instance has; where they may bound claims they are read later.
    listWhen(
      situation,
      ((starting || migrating) && instance !== undefined) || isPlugRefused,
      RESOURCES.limitRanges,
    ),
    listWhen(situation, asksStorage, RESOURCES.storageClasses),
    listWhen(situation, makesDisks, RESOURCES.cdis),
    when<readonly Lookup[]>(
      isRefused,
      () => lookUpAll(reader, [references.constraintReference(instance ?? machine)]),
      [],
    ),
    when<{ object?: KubeObject }>(
      nodeName !== '',
      () => readOne(reader, RESOURCES.nodes, undefined, nodeName),
      {},
    ),
  ]);
  return { quotas, limitRanges, storageClasses, cdis, constraints, ownNode };
};
