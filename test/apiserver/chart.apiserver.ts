import { at, listAt, nameOf, namespaceOf, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { findHelm } from '../chart/helm';
import type { Manifest } from '../chart/policies';
import { manifestsOf, template } from '../chart/rendered';
import { VALUE_SETS } from '../chart/value-sets';
import { definitionOf, OPENSHIFT } from './operators';
import { openPlace, type Place } from './place';
import { define } from './settle';

/** There in every cluster; nothing is created in it. */
const NAMESPACE = 'default';

/** A cluster of somebody's own may be without the operators of OpenShift. */
const OF_OPERATORS = ['ConsolePlugin', 'PrometheusRule', 'ServiceMonitor'];
const excused = process.env.KUBECONFIG === undefined ? [] : OF_OPERATORS;

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  if (process.env.KUBECONFIG !== undefined) return;
  for (const kind of OPENSHIFT) await define(place.admin, definitionOf(kind));
}, 180_000);
afterAll(() => place.close());

/** Where objects of the kind are created; `undefined` when the cluster does not serve it. */
const pathFor = async (manifest: Manifest): Promise<string | undefined> => {
  const version = textAt(manifest, 'apiVersion') ?? '';
  const root = version.includes('/') ? `/apis/${version}` : `/api/${version}`;
  const { body } = await place.admin(root);
  const resource = listAt(body, 'resources').find(
    (entry) =>
      textAt(entry, 'kind') === textAt(manifest, 'kind') &&
      textAt(entry, 'name')?.includes('/') === false,
  );
  const plural = textAt(resource, 'name');
  if (plural === undefined) return undefined;
  return at(resource, 'namespaced') === true
    ? `${root}/namespaces/${NAMESPACE}/${plural}`
    : `${root}/${plural}`;
};

/** What goes to a namespace of OpenShift's own goes to the one there is. */
const placed = (manifest: Manifest): Manifest =>
  namespaceOf(manifest) === undefined
    ? manifest
    : { ...manifest, metadata: { ...recordAt(manifest, 'metadata'), namespace: NAMESPACE } };

/** The refusal, or nothing when the server would take it. */
const refusal = async (manifest: Manifest, path: string): Promise<string | undefined> => {
  const { code, text } = await place.admin(`${path}?dryRun=All&fieldValidation=Strict`, {
    method: 'POST',
    json: placed(manifest),
  });
  return code === 201 ? undefined : `${nameOf(manifest)}: ${code} ${text}`;
};

const program = (): string => {
  const found = findHelm();
  if (found === undefined) throw new Error('Helm is needed; install it, or Go to have it built.');
  return found;
};

describe('a real API server takes the chart, each field of it', () => {
  it.each(Object.entries(VALUE_SETS))(
    '%s',
    async (_name, values) => {
      const { ok, out, err } = template(program(), values, NAMESPACE);
      expect({ ok, err }).toEqual({ ok: true, err: '' });
      const refused: string[] = [];
      const unserved = new Set<string>();
      for (const manifest of manifestsOf(out)) {
        const path = await pathFor(manifest);
        if (path === undefined) unserved.add(textAt(manifest, 'kind') ?? '');
        const problem = path === undefined ? undefined : await refusal(manifest, path);
        if (problem !== undefined) refused.push(problem);
      }
      expect(refused).toEqual([]);
      expect([...unserved].filter((kind) => !excused.includes(kind))).toEqual([]);
    },
    600_000,
  );

  it('refuses a field that nobody knows', async () => {
    const manifest = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'trial' },
      date: {},
    };
    expect(await refusal(manifest, `/api/v1/namespaces/${NAMESPACE}/configmaps`)).toContain(
      'unknown field',
    );
  });
});
