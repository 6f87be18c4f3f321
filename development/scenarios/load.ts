import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isRecord,
  listAt,
  nameOf,
  namespaceOf,
  recordAt,
  textAt,
  textsAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import type { DiagnosisRequest, Verdict } from '@cnv-ai/engine/diagnosis';
import { withContainers } from './containers';
import { documentCache, parseDocuments } from './documents';
import { noiseFor } from './noise';
import { fillTimes } from './times';

/** One broken VM (or a look-alike that is none) with everything around it. */
export type Scenario = {
  readonly id: string;
  readonly title: string;
  readonly request: DiagnosisRequest;
  readonly expect: {
    readonly verdict: Verdict;
    /** Exactly these ids, in this order. */
    readonly rootCauses: readonly string[];
  };
  /** Causes it is easily taken for, and must not be. */
  readonly looksLike: readonly string[];
  /** `namespace/name` of VMs in it that are well. */
  readonly healthy: readonly string[];
  /** True when its cluster-scoped objects would disturb the others. */
  readonly alone: boolean;
  readonly objects: readonly KubeObject[];
  readonly logs: Readonly<Record<string, string>>;
};

const FOLDER = import.meta.dirname;

const keyOf = (kind: string, namespace: string, name: string): string =>
  `${kind}/${namespace}/${name}`;

const uidFor = (key: string): string => {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The same value with every string in it changed, keys too. */
export const mapStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapStrings(entry, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [change(key), mapStrings(entry, change)]),
  );
};

/** Whether any string in it, keys too, asks for a uid. */
const namesUid = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('{{uid ');
  if (Array.isArray(value)) return value.some(namesUid);
  return isRecord(value) && Object.entries(value).some((entry) => entry.some(namesUid));
};

const UID = /\{\{uid (\w+)\/([\w.-]+)\}\}/g;

/** Gives a reference (an owner, an event's object) the uid of what it names. */
const withUid = (
  reference: unknown,
  namespace: string,
  uids: ReadonlyMap<string, string>,
): unknown => {
  if (!isRecord(reference) || reference.uid !== undefined) return reference;
  const [kind, name] = [textAt(reference, 'kind') ?? '', textAt(reference, 'name') ?? ''];
  const uid = uids.get(keyOf(kind, namespace, name)) ?? uids.get(keyOf(kind, '', name));
  return uid === undefined ? reference : { ...reference, uid };
};

const complete = (object: KubeObject, uids: ReadonlyMap<string, string>): KubeObject => {
  const namespace = namespaceOf(object) ?? '';
  const kind = textAt(object, 'kind') ?? '';
  const owners = listAt(object, 'metadata', 'ownerReferences');
  return {
    ...object,
    ...(object.involvedObject === undefined
      ? {}
      : { involvedObject: withUid(object.involvedObject, namespace, uids) }),
    metadata: {
      uid: uids.get(keyOf(kind, namespace, nameOf(object))),
      resourceVersion: '1',
      ...recordAt(object, 'metadata'),
      ...(owners.length === 0
        ? {}
        : { ownerReferences: owners.map((owner) => withUid(owner, namespace, uids)) }),
    },
  };
};

/**
 * Turns a scenario file into objects as an API server holds them. In any string, `now`, `now-5m`
 * and `now+30s` alone stand for a time, and `{{uid Kind/name}}` for the uid of an object of the
 * file. Uids that are not given are made from kind, namespace and name; owners and events get the
 * uid of what they name. A file that names no healthy VM is given one, with the usual noise.
 */
export const parseScenario = (documents: readonly unknown[], now: number): Scenario => {
  const header = documents.find((document) => textAt(document, 'kind') === 'Scenario');
  const [namespace = '', vmName = ''] = (textAt(header, 'vm') ?? '').split('/');
  const healthy = listAt(header, 'healthy').filter((name) => typeof name === 'string');
  const noise = healthy.length > 0 ? { healthy, objects: [] } : noiseFor(namespace, vmName);
  const raw = [...documents.filter((document) => document !== header), ...noise.objects]
    .map((document) => fillTimes(document, now))
    .filter(isRecord);
  const uids = new Map(
    raw.map((object) => {
      const key = keyOf(textAt(object, 'kind') ?? '', namespaceOf(object) ?? '', nameOf(object));
      return [key, textAt(object, 'metadata', 'uid') ?? uidFor(key)] as const;
    }),
  );
  const fillUids = (string: string): string =>
    string.replace(
      UID,
      (_, kind: string, name: string) =>
        uids.get(keyOf(kind, namespace, name)) ??
        uids.get(keyOf(kind, '', name)) ??
        uidFor(keyOf(kind, namespace, name)),
    );
  const objects = raw.map((object) => {
    // Few objects name a uid, and all scenarios are loaded by many.
    const filled = namesUid(object) ? mapStrings(object, fillUids) : object;
    return withContainers(complete(isRecord(filled) ? filled : object, uids));
  });
  const condition = recordAt(header, 'request', 'condition');
  const type = textAt(condition, 'type');
  return {
    id: textAt(header, 'id') ?? '',
    title: textAt(header, 'title') ?? '',
    request: {
      namespace,
      vmName,
      ...textsAt({ texts: pickTexts(recordAt(header, 'request')) }, 'texts'),
      ...(type === undefined
        ? {}
        : { condition: { type, ...textsAt({ condition }, 'condition') } }),
    },
    expect: {
      verdict: verdictOf(textAt(header, 'expect', 'verdict')),
      rootCauses: listAt(header, 'expect', 'rootCauses').filter((id) => typeof id === 'string'),
    },
    looksLike: listAt(header, 'looksLike').filter((id) => typeof id === 'string'),
    healthy: noise.healthy,
    alone: header !== undefined && recordAt(header).alone === true,
    objects,
    logs: textsAt(header, 'logs'),
  };
};

const pickTexts = ({ error, question }: Readonly<Record<string, unknown>>): object => ({
  error,
  question,
});

const VERDICTS: readonly Verdict[] = [
  'healthy',
  'in_progress',
  'stopped',
  'problem',
  'unknown',
  'not_found',
  'forbidden',
  'unavailable',
];

const verdictOf = (text: string | undefined): Verdict => {
  const verdict = VERDICTS.find((one) => one === text);
  if (verdict === undefined)
    throw new Error(`expect.verdict must be one of ${VERDICTS.join(', ')}`);
  return verdict;
};

type ReadDocuments = (text: string) => readonly unknown[];

const readScenario = (folder: string, file: string, read: ReadDocuments, now: number): Scenario => {
  try {
    const scenario = parseScenario(read(readFileSync(join(folder, file), 'utf8')), now);
    if (`${scenario.id}.yaml` !== file) throw new Error(`its id is "${scenario.id}"`);
    return scenario;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** The scenario of this folder with an id. Throws when there is none. */
export const loadScenario = (id: string, now: number): Scenario =>
  readScenario(FOLDER, `${id}.yaml`, parseDocuments, now);

/** Every scenario of this folder, by file name. Throws when a file's id is not its name. */
export const loadScenarios = (now: number, folder = FOLDER): Scenario[] => {
  const cache = documentCache();
  const scenarios = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readScenario(folder, file, cache.read, now));
  cache.save();
  return scenarios;
};
