import {
  diagnose,
  type DiagnoseOptions,
  type Diagnosis,
  type DiagnosisRequest,
} from '@cnv-ai/engine/diagnosis';
import {
  nameOf,
  namespaceOf,
  objectReader,
  parseTime,
  type KubeObject,
  type Obstacle,
} from '@cnv-ai/engine/kubernetes';
import { fleet } from '../cluster/fleet';
import type { Scenario } from './load';

/** The time at which the specs look at the scenarios. */
export const NOW = parseTime('2026-11-20T14:30:00Z') ?? 0;

const keyOf = (object: KubeObject): string => `${String(object.kind)}/${nameOf(object)}`;

/** What belongs to the cluster and to no claim comes from the fleet. */
const clusterScoped = fleet(NOW)
  .filter((object) => namespaceOf(object) === undefined && object.kind !== 'PersistentVolume')
  .map((object) => [keyOf(object), object] as const);

const worlds = new WeakMap<readonly KubeObject[], readonly KubeObject[]>();

/** A whole cluster with one scenario in it; an object of the scenario replaces the fleet's. */
export const worldOf = ({ objects }: Pick<Scenario, 'objects'>): readonly KubeObject[] => {
  const known = worlds.get(objects);
  if (known !== undefined) return known;
  const own = new Set(objects.map(keyOf));
  const world = [
    ...clusterScoped.flatMap(([key, object]) => (own.has(key) ? [] : [object])),
    ...objects,
  ];
  worlds.set(objects, world);
  return world;
};

/** What the engine says about the scenario's VM, or about another that is asked for. */
export const diagnoseIn = (
  scenario: Scenario,
  request: DiagnosisRequest = scenario.request,
  obstacle?: Obstacle,
  options?: DiagnoseOptions,
): Promise<Diagnosis> => diagnose(objectReader(worldOf(scenario), obstacle), request, NOW, options);

const told = new WeakMap<Scenario, Promise<Diagnosis>>();

/** What the engine says about the scenario's own VM, asked once for all tests of a file. */
export const diagnosisOf = (scenario: Scenario): Promise<Diagnosis> => {
  const diagnosis = told.get(scenario) ?? diagnoseIn(scenario);
  told.set(scenario, diagnosis);
  return diagnosis;
};
