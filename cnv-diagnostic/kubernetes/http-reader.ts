import {
  isRecord,
  ok,
  pathOf,
  textAt,
  unread,
  type Fact,
  type KubeObject,
  type ListQuery,
  type Reader,
  type Resource,
} from '@cnv-ai/engine/kubernetes';
import { itemsOf, jsonOf, type Json } from './answers';
import type { ApiClient } from './api-client';
import { trimmed } from './trim';

/** Objects a page: at 6 kB a VM three megabytes, freed before the next page is asked for. */
const PAGE = 500;

const METADATA = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';
const METADATA_LIST = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

const searchOf = (query: ListQuery, next: string | undefined): string => {
  const search = new URLSearchParams({ limit: String(PAGE) });
  if (query.labelSelector) search.set('labelSelector', query.labelSelector);
  if (query.fieldSelector) search.set('fieldSelector', query.fieldSelector);
  if (next !== undefined) search.set('continue', next);
  return search.toString();
};

/** Reads with the identity of `api`. Lists are paged; a list that cannot be read whole is unread. */
export const httpReader = (api: ApiClient): Reader => {
  const page = async (
    resource: Resource,
    query: ListQuery,
    next: string | undefined,
  ): Promise<{ fact: Fact<Json>; gone: boolean }> => {
    const answer = await api.send({
      path: `${pathOf(resource, query.namespace)}?${searchOf(query, next)}`,
      ...(resource.metadataOnly ? { accept: METADATA_LIST } : {}),
    });
    return {
      fact: jsonOf(answer, resource, query.namespace),
      gone: answer.kind === 'answer' && answer.status === 410,
    };
  };

  const list = async <T>(
    resource: Resource,
    query: ListQuery,
    project: (object: KubeObject) => T | undefined,
  ): Promise<Fact<T[]>> => {
    let found: T[] = [];
    let next: string | undefined;
    let restarted = false;
    for (;;) {
      const { fact, gone } = await page(resource, query, next);
      // An expired continue token: the list starts over, once, so that no row is missed or doubled.
      if (gone && next !== undefined && !restarted) {
        restarted = true;
        found = [];
        next = undefined;
        continue;
      }
      if (fact.state !== 'ok') return fact;
      const items = itemsOf(fact.value);
      if (items === undefined) {
        return unread('unavailable', `The answer for ${resource.plural} is not a list.`);
      }
      for (const item of items) {
        const value = isRecord(item) ? project(trimmed(item, resource)) : undefined;
        if (value !== undefined) found.push(value);
      }
      next = textAt(fact.value, 'metadata', 'continue') ?? '';
      if (next === '') return ok(found);
    }
  };

  const get = async (
    resource: Resource,
    namespace: string | undefined,
    name: string,
  ): Promise<Fact<KubeObject>> => {
    const answer = await api.send({
      path: pathOf(resource, namespace, name),
      ...(resource.metadataOnly ? { accept: METADATA } : {}),
    });
    const fact = jsonOf(answer, resource, namespace);
    if (fact.state !== 'ok') return fact;
    return textAt(fact.value, 'metadata', 'name') === name
      ? ok(trimmed(fact.value, resource))
      : unread('unavailable', `The answer for ${resource.plural} is not the object asked for.`);
  };

  return { get, list };
};
