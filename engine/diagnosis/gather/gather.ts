import { createdOf, RESOURCES, textAt, type KubeObject, type Reader } from '../../kubernetes';
import type { Gathered, GatheredFacts } from '../facts';
import { isLeftOff } from '../shutdowns';
import type { DiagnosisRequest } from '../types';
import { readAlternatives, readAround, readBehindDisks, waitsForNode } from './behind';
import { saidByCaller } from '../statements';
import { newestFirst, readDisruptions, readEvents } from './events';
import { readControllers, readDisks, readPods, readPolicies, readReferences } from './named';
import { ownClones, readOperations } from './operations';
import { readNodePods } from './node-pods';
import { guarded } from './guard';
import { combine, countReads, known, readMany, readOne, through } from './read';
import { situationOf } from './situation';
import { affordable, subjectsOf } from './subjects';

export type GatherOptions = {
  /** Reads all that the VM names, also what matters only while it starts. */
  readonly allReferences?: boolean;
  /** The answer goes to a model: a namespace whose opt-out label cannot be read is left out. */
  readonly forModel?: boolean;
};

/** The VM itself could not be read, or everything else was gathered around it. */
export type GatherOutcome =
  | {
      readonly vm: Gathered<{ object?: KubeObject }>;
      readonly reported: GatheredFacts['reported'];
      readonly facts?: undefined;
    }
  | { readonly facts: GatheredFacts };

const listOf = <T>({ value }: Gathered<readonly T[]>): readonly T[] => value ?? [];

const readCore = async (reader: Reader, { namespace, vmName: name }: DiagnosisRequest) => {
  const [vm, instance, all, kubevirts] = await Promise.all([
    readOne(reader, RESOURCES.virtualMachines, namespace, name),
    readOne(reader, RESOURCES.virtualMachineInstances, namespace, name),
    readMany(
      reader,
      RESOURCES.migrations,
      { namespace },
      (migration) => textAt(migration, 'spec', 'vmiName') === name,
    ),
    readMany(reader, RESOURCES.kubevirts, {}),
  ]);
  const vmi = through(instance, ({ object }) => object);
  const migrations = through(all, (list) => newestFirst(list, createdOf));
  return { vm, vmi, migrations, kubevirts };
};

const READS = 25;
const DISKS_IN_THAT = 4;
const READS_PER_DISK = 3;

/** How many reads one diagnosis may make; one of them is for the labels of the namespace. */
const allowance = (disks: number): number =>
  READS - 1 + READS_PER_DISK * Math.max(0, disks - DISKS_IN_THAT);

/**
 * Reads what a diagnosis of one VM needs, in four waves: the VM and what shares its name; what
 * they name; what those name; the events about all of it. What the VM's state makes irrelevant is
 * not read.
 */
export const gather = async (
  inner: Reader,
  request: DiagnosisRequest,
  { allReferences = false, forModel = false }: GatherOptions = {},
): Promise<GatherOutcome> => {
  const { reader: counted, made } = countReads(inner);
  const reader = guarded(counted, request.namespace, forModel);
  const { vm, vmi, migrations, kubevirts } = await readCore(reader, request);
  const machine = vm.value?.object;
  const reported = known(saidByCaller(request));
  if (machine === undefined) return { vm, reported };
  const situation = {
    ...situationOf(reader, request, machine, vmi.value, listOf(migrations)),
    wantsAll: allReferences,
    forModel,
  };

  const [
    { pods, failedPods },
    disks,
    references,
    { ownNode, ...policies },
    operations,
    controllers,
  ] = await Promise.all([
    readPods(situation),
    readDisks(situation),
    readReferences(situation),
    readPolicies(situation),
    readOperations(situation),
    readControllers(situation, kubevirts),
  ]);
  const seen = {
    launchers: listOf(pods),
    claims: listOf(disks.claims),
    dataVolumes: listOf(disks.dataVolumes),
    instancetype: references.instancetype.value,
    preference: references.preference.value,
  };

  const [
    { claimBounds, ...behind },
    { hotplugPods, diskUsers, csiNodes, allNodes },
    alternatives,
    clones,
  ] = await Promise.all([
    readBehindDisks(situation, seen),
    readAround(situation, seen),
    readAlternatives(situation, seen),
    ownClones(situation, operations.clones),
  ]);

  const nodes =
    allNodes ?? through(ownNode, ({ object }) => (object === undefined ? [] : [object]));
  const subjects = subjectsOf(situation, {
    ...seen,
    workClaims: [...listOf(behind.workClaims), ...listOf(disks.stateClaims)],
    importers: listOf(behind.importers),
    hotplugPods: listOf(hotplugPods),
    migrations: listOf(migrations),
    restores: listOf(operations.restores),
    clones: listOf(clones),
  });
  const left = (): number => allowance(seen.claims.length) - made();
  const reading = readEvents(
    reader,
    request.namespace,
    affordable(subjects, request.namespace, left()),
  );
  // A pod that waits for a node may have had one before, and the pod of a run that ended is gone.
  const wasMoved =
    (situation.starting && seen.launchers.some(waitsForNode)) || isLeftOff(machine, vmi.value);
  const disruptions = wasMoved
    ? readDisruptions(reader, request.namespace, request.vmName)
    : known([]);
  const nodePods = readNodePods(
    situation,
    reader,
    seen.launchers,
    listOf(nodes),
    listOf(behind.persistentVolumes),
    left(),
  );
  const events = await reading;
  const earlier = combine([events.earlier, await disruptions]);

  return {
    facts: {
      reported,
      vm: known(machine),
      vmi,
      pods: through(pods, (list) => newestFirst(list, createdOf)),
      failedPods,
      hotplugPods,
      diskUsers,
      csiNodes,
      events: events.current,
      earlierEvents: through(earlier, (list) => newestFirst(list)),
      migrations,
      kubevirts,
      controllers,
      nodes,
      nodePods: await nodePods,
      ...disks,
      ...references,
      ...policies,
      limitRanges: combine([policies.limitRanges, claimBounds]),
      ...operations,
      clones,
      ...behind,
      ...alternatives,
    },
  };
};
