import {
  isRecord,
  listAt,
  pathOf,
  textAt,
  unread,
  ok,
  type Fact,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { jsonOf } from '../answers';
import type { CachedKind } from './kinds';
import type { OwnApi } from './own-api';

const PAGE = 500;

/** A kind at one moment: every object, projected, and the version a watch goes on from. */
export type Listed = { readonly objects: readonly KubeObject[]; readonly version: string };

/** Lists a kind page by page; of a page nothing but its projection outlives the next. */
export const listPages = async (
  api: OwnApi,
  { resource, project }: CachedKind,
  signal: AbortSignal,
): Promise<Fact<Listed>> => {
  const objects: KubeObject[] = [];
  let next = '';
  for (;;) {
    const search = new URLSearchParams({ limit: String(PAGE) });
    if (next !== '') search.set('continue', next);
    const answer = await api.page(`${pathOf(resource)}?${search.toString()}`, signal);
    const fact = jsonOf(answer, resource);
    if (fact.state !== 'ok') return fact;
    const version = textAt(fact.value, 'metadata', 'resourceVersion') ?? '';
    if (version === '' || !Array.isArray(fact.value.items)) {
      return unread('unavailable', `The answer for ${resource.plural} is not a list.`);
    }
    for (const item of listAt(fact.value, 'items')) if (isRecord(item)) objects.push(project(item));
    next = textAt(fact.value, 'metadata', 'continue') ?? '';
    if (next === '') return ok({ objects, version });
  }
};
