import { at, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { ServedResource } from './resources';
import { badRequest } from './status';

export type FieldTerm = { readonly field: string; readonly value: string; readonly equal: boolean };

/** Fields a kind can be selected by beside `metadata.name` and `metadata.namespace`. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  nodes: ['spec.unschedulable'],
  namespaces: ['status.phase'],
  secrets: ['type'],
  replicasets: ['status.replicas'],
};

/** Built-in kinds with field labels of their own word a refusal as custom resources do. */
const ownWording = (resource: ServedResource): boolean =>
  !resource.builtIn || resource.plural in FIELDS;

const check = (resource: ServedResource, field: string): void => {
  if (field === 'metadata.name') return;
  if (field === 'metadata.namespace' && (resource.namespaced || resource.builtIn)) return;
  if (resource.builtIn && (FIELDS[resource.plural] ?? []).includes(field)) return;
  throw badRequest(
    ownWording(resource)
      ? `field label not supported: ${field}`
      : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
  );
};

export const fieldTerms = (resource: ServedResource, selector: string): FieldTerm[] =>
  selector
    .split(',')
    .filter((term) => term !== '')
    .map((term) => {
      const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(term);
      if (match === null) {
        throw badRequest(`invalid selector: '${selector}'; can't understand '${term}'`);
      }
      const [, field = '', operator, value = ''] = match;
      check(resource, field);
      return { field, value, equal: operator !== '!=' };
    });

const read = (resource: ServedResource, object: KubeObject, field: string): string => {
  const path = resource.plural === 'events' && field === 'source' ? 'source.component' : field;
  const found = at(object, ...path.split('.'));
  if (found === undefined && field === 'spec.unschedulable') return 'false';
  if (found === undefined && field === 'spec.hostNetwork') return 'false';
  return typeof found === 'string' ? found : found === undefined ? '' : JSON.stringify(found);
};

export const fieldTest =
  (resource: ServedResource, terms: readonly FieldTerm[]) =>
  (object: KubeObject): boolean =>
    terms.every(({ field, value, equal }) => (read(resource, object, field) === value) === equal);
