import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { parse } from 'yaml';
import { machinesOf } from './facts';
import { inventoryObjects } from './inventory';
import { objectsOf } from './inventory/build';
import { readCluster } from './inventory/read';
import type { Machine } from './shelf';

const FOLDER = join(import.meta.dirname, 'clusters');

/** The clusters that sets of sentences were written for, by the name of the set. */
export const CLUSTERS: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort();

/** The objects of one of these clusters, built anew. */
export const buildCluster = (name: string): KubeObject[] => {
  const data: unknown = parse(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8'));
  return objectsOf(readCluster(data, `clusters/${name}.yaml`));
};

export type Asked = {
  readonly name: string;
  readonly objects: readonly KubeObject[];
  readonly machines: readonly Machine[];
};
type Category = { readonly category: string };

// A set of sentences without a cluster of its own is asked of the inventory.
const OWN = 'inventory';
const built = new Map<string, Asked>();

const nameOf = ({ category }: Category): string =>
  CLUSTERS.find((name) => name === category.split('-', 1)[0]) ?? OWN;

/** The cluster that an entry's sentence is asked of; each is built once. */
export const clusterFor = (entry: Category): Asked => {
  const name = nameOf(entry);
  const known = built.get(name);
  if (known !== undefined) return known;
  const objects = name === OWN ? inventoryObjects() : buildCluster(name);
  const cluster = { name, objects, machines: machinesOf(objects) };
  built.set(name, cluster);
  return cluster;
};
