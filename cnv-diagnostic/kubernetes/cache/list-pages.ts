import { isRecord, ok, pathOf, textAt, unread, type Fact } from '@cnv-ai/engine/kubernetes';
import type { Feed } from '@cnv-ai/engine/search';
import { itemsOf, jsonOf } from '../answers';
import type { OwnApi } from './own-api';

const PAGE = 500;

/** Parameters that narrow both the list and the watch of a kind. */
export const narrowing = ({ query }: Feed): Record<string, string> =>
  query.fieldSelector === undefined ? {} : { fieldSelector: query.fieldSelector };

/**
 * Lists a kind page by page; of a page nothing but what is kept of it outlives the next. Answers
 * the version a watch goes on from.
 */
export const listPages = async (
  api: OwnApi,
  feed: Feed,
  signal: AbortSignal,
  namespace?: string,
): Promise<Fact<string>> => {
  const { resource } = feed;
  const draft = feed.begin();
  let next = '';
  for (;;) {
    const search = new URLSearchParams({ limit: String(PAGE), ...narrowing(feed) });
    if (next !== '') search.set('continue', next);
    const answer = await api.page(`${pathOf(resource, namespace)}?${search.toString()}`, signal);
    const fact = jsonOf(answer, resource);
    if (fact.state !== 'ok') return fact;
    const version = textAt(fact.value, 'metadata', 'resourceVersion') ?? '';
    const items = itemsOf(fact.value);
    if (version === '' || items === undefined) {
      return unread('unavailable', `The answer for ${resource.plural} is not a list.`);
    }
    for (const item of items) if (isRecord(item)) draft.add(item);
    next = textAt(fact.value, 'metadata', 'continue') ?? '';
    if (next === '') {
      draft.finish();
      return ok(version);
    }
  }
};
