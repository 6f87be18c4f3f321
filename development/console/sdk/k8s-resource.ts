import { isRecord, listAt, nameOf, namespaceOf, textAt } from '@cnv-ai/engine/kubernetes';
import type { K8sModel, MatchExpression, Selector } from '@openshift-console/dynamic-plugin-sdk';
import { consoleFetchJSON } from './console-fetch';

type Address = {
  ns?: string;
  name?: string;
  path?: string;
  queryParams?: Readonly<Record<string, unknown>>;
};

/** The path of an object or a list below the console's proxy to the API server. */
export const resourceUrl = (model: K8sModel, { ns, name, path, queryParams }: Address): string => {
  const root = model.apiGroup ? `/apis/${model.apiGroup}` : '/api';
  const scope = model.namespaced && ns ? `/namespaces/${encodeURIComponent(ns)}` : '';
  const object = name ? `/${encodeURIComponent(name)}` : '';
  const rest = path ? `/${path}` : '';
  const query = new URLSearchParams(
    Object.entries(queryParams ?? {}).map(([key, value]) => [key, String(value)]),
  ).toString();
  const suffix = query === '' ? '' : `?${query}`;
  return `/api/kubernetes${root}/${model.apiVersion}${scope}/${model.plural}${object}${rest}${suffix}`;
};

const requirement = ({ key, operator, values = [] }: MatchExpression): string => {
  const [first = ''] = values;
  const texts: Readonly<Record<string, string>> = {
    Exists: key,
    DoesNotExist: `!${key}`,
    In: `${key} in (${values.join(',')})`,
    NotIn: `${key} notin (${values.join(',')})`,
    Equals: `${key}=${first}`,
    NotEquals: `${key}!=${first}`,
    NotEqual: `${key}!=${first}`,
    GreaterThan: `${key}>${first}`,
    LessThan: `${key}<${first}`,
  };
  return texts[operator] ?? key;
};

/** A label selector as the API takes it in a query. A string is passed as it is. */
export const selectorText = (selector: Selector | string | undefined): string => {
  if (typeof selector === 'string') return selector;
  const labels = Object.entries(selector?.matchLabels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  return [...labels, ...(selector?.matchExpressions ?? []).map(requirement)].join(',');
};

type Base = Address & { model: K8sModel };

const addressOf = ({ ns, name, path, queryParams }: Address, resource?: unknown): Address => ({
  ns: ns ?? namespaceOf(resource),
  name: name ?? nameOf(resource),
  path,
  queryParams,
});

export const k8sGet = ({ model, requestInit, ...address }: Base & { requestInit?: RequestInit }) =>
  consoleFetchJSON(resourceUrl(model, address), 'GET', requestInit, null);

export const k8sCreate = ({ model, data, ...address }: Base & { data: unknown }) =>
  consoleFetchJSON.post(
    // A new object has no name in its path; `name` is there for subresources.
    resourceUrl(model, { ...address, ns: address.ns ?? namespaceOf(data) }),
    data,
    null,
    null,
  );

export const k8sUpdate = ({ model, data, ...address }: Base & { data: unknown }) =>
  consoleFetchJSON.put(resourceUrl(model, addressOf(address, data)), data, null, null);

type PatchStep = { op: string; path: string; value?: unknown };

export const k8sPatch = ({
  model,
  resource,
  data,
  ...address
}: Base & { resource: unknown; data: readonly PatchStep[] }): Promise<unknown> =>
  data.length === 0
    ? Promise.resolve(resource)
    : consoleFetchJSON.patch(resourceUrl(model, addressOf(address, resource)), data, null, null);

export const k8sDelete = ({
  model,
  resource,
  requestInit,
  json,
  ...address
}: Base & { resource: unknown; requestInit?: RequestInit; json?: unknown }) => {
  const { propagationPolicy } = model;
  const options = propagationPolicy && {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    propagationPolicy,
  };
  return consoleFetchJSON.delete(
    resourceUrl(model, addressOf(address, resource)),
    json ?? options,
    requestInit,
    null,
  );
};

type ListOptions = {
  model: K8sModel;
  queryParams?: { ns?: string; labelSelector?: Selector | string; [key: string]: unknown };
  requestInit?: RequestInit;
};

/** The items of a list; each carries the kind and apiVersion the list leaves out. */
export const k8sList = async ({
  model,
  queryParams: { ns, labelSelector, ...query } = {},
  requestInit,
}: ListOptions): Promise<unknown[]> => {
  const queryParams = {
    ...query,
    ...(labelSelector && { labelSelector: selectorText(labelSelector) }),
  };
  const url = resourceUrl(model, { ns, queryParams });
  const list = await consoleFetchJSON(url, 'GET', requestInit, null);
  const apiVersion = textAt(list, 'apiVersion');
  return listAt(list, 'items').map((item) =>
    isRecord(item) ? { kind: model.kind, apiVersion, ...item } : item,
  );
};
