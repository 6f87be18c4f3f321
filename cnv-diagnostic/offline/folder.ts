import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  conditionOf,
  namespaceOf,
  nameOf,
  objectReader,
  resourceOf,
  RESOURCES,
  textAt,
  unread,
  type Fact,
  type KubeObject,
  type Reader,
  type Resource,
} from '@cnv-ai/engine/kubernetes';
import { escapeUnsafe } from '@cnv-ai/engine/redaction';
import { SetupError } from '../kubernetes/cluster';
import { trimmed } from '../kubernetes/trim';
import { latestOf, stampedAt } from './clock';
import { placeOf } from './layout';
import { objectsIn, parseFile } from './parse';
import { filesOf } from './walk';

/** What a folder tells of a cluster, and when it was true, in milliseconds. */
export type Folder = {
  readonly reader: Reader;
  readonly now: number;
  /** Files that could not be used, each in one clause. */
  readonly skipped: readonly string[];
};

/** What the API server lets names and namespaces be; anything else did not come out of one. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,252}$/;

const isNamed = (object: KubeObject): boolean =>
  NAME.test(nameOf(object)) && NAME.test(namespaceOf(object) ?? 'none');

const kindOf = (object: KubeObject): Resource | undefined =>
  resourceOf(textAt(object, 'apiVersion') ?? '', textAt(object, 'kind') ?? '');

const listKey = ({ group, plural }: Resource, namespace = ''): string =>
  `${group}/${plural}/${namespace}`;

type Loaded = {
  readonly objects: KubeObject[];
  /** Kinds of which everything there was in a namespace is in the folder. */
  readonly lists: Set<string>;
  readonly skipped: string[];
  latest: number;
};

const loadFile = (root: string, path: string, loaded: Loaded): void => {
  const place = placeOf(path);
  if (place === undefined || place.holds === 'nothing') return;
  const parsed = parseFile(join(root, path));
  if ('problem' in parsed) {
    loaded.skipped.push(`${escapeUnsafe(path).slice(0, 100)}: ${parsed.problem}`);
    return;
  }
  if (place.holds === 'list') loaded.lists.add(listKey(place.resource, place.namespace));
  for (const document of parsed.documents) {
    const isList = (textAt(document, 'kind') ?? '').endsWith('List');
    for (const object of objectsIn(document)) {
      const resource = kindOf(object);
      if (resource === undefined || !isNamed(object)) continue;
      loaded.latest = Math.max(loaded.latest, latestOf([object]));
      loaded.objects.push(trimmed(object, resource));
      if (isList) {
        loaded.lists.add(listKey(resource, resource.namespaced ? namespaceOf(object) : undefined));
      }
    }
  }
};

const notHeld = ({ plural }: Resource, namespace: string | undefined): Fact<never> =>
  unread(
    'unavailable',
    `The folder does not hold ${plural}${namespace === undefined ? '' : ` of project ${namespace}`}.`,
  );

/** virt-controller writes into the VM itself that it has no instance. */
const isDenied = async (
  held: Reader,
  { plural }: Resource,
  namespace: string | undefined,
  name: string,
): Promise<boolean> => {
  if (plural !== RESOURCES.virtualMachineInstances.plural) return false;
  const vm = await held.get(RESOURCES.virtualMachines, namespace, name);
  return vm.state === 'ok' && conditionOf(vm.value, 'Ready')?.reason === 'VMINotExists';
};

/** Nothing is absent unless the folder holds the whole list it would be in. */
const readerOf = ({ objects, lists }: Loaded): Reader => {
  const held = objectReader(objects);
  const isWhole = (resource: Resource, namespace: string | undefined): boolean =>
    namespace === undefined || !resource.namespaced
      ? [...lists].some((key) => key.startsWith(listKey(resource)))
      : lists.has(listKey(resource, namespace));
  return {
    get: async (resource, namespace, name) => {
      const fact = await held.get(resource, namespace, name);
      const isKnown = fact.state !== 'absent' || isWhole(resource, namespace);
      if (isKnown || (await isDenied(held, resource, namespace, name))) return fact;
      return notHeld(resource, namespace);
    },
    list: async (resource, query, project) => {
      const fact = await held.list(resource, query, (object) => object);
      const isEmpty = fact.state === 'ok' && fact.value.length === 0;
      if (isEmpty && !isWhole(resource, query.namespace)) return notHeld(resource, query.namespace);
      return held.list(resource, query, project);
    },
  };
};

const stampOf = (root: string, paths: readonly string[]): number | undefined =>
  paths
    .filter((path) => /(?:^|\/)timestamp$/.test(path))
    .flatMap((path) => {
      const file = join(root, path);
      return statSync(file).size > 10_000 ? [] : (stampedAt(readFileSync(file, 'utf8')) ?? []);
    })
    .reduce<number | undefined>((last, time) => Math.max(last ?? 0, time), undefined);

/**
 * A must-gather, or any folder of YAML and JSON, as a cluster. Throws `SetupError` when it holds
 * nothing this product reads.
 */
export const openFolder = async (
  root: string,
  onFile: (done: number, all: number) => Promise<void> = () => Promise.resolve(),
): Promise<Folder> => {
  const paths = filesOf(root);
  const loaded: Loaded = { objects: [], lists: new Set(), skipped: [], latest: 0 };
  for (const [index, path] of paths.entries()) {
    loadFile(root, path, loaded);
    await onFile(index + 1, paths.length);
  }
  if (loaded.objects.length === 0) {
    const [first] = loaded.skipped;
    throw new SetupError(
      first === undefined
        ? `"${root.slice(0, 80)}" holds no Kubernetes objects; name the folder of a must-gather.`
        : `Nothing in the folder can be used; the first file that cannot is ${first.slice(0, 100)}.`,
    );
  }
  return {
    reader: readerOf(loaded),
    now: stampOf(root, paths) ?? loaded.latest,
    skipped: loaded.skipped,
  };
};
