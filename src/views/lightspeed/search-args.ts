import type { SearchRequest } from '@cnv-ai/engine/search';
import { OUR_SERVER } from '../../answers/lightspeed-api';
import { isPredicate, isSearchResult } from '../../answers/search-shape';
import { either, flag, listOf, object, optional, text } from '../../answers/shape';
import type { ToolUse } from './answer-state';

type Filters = Pick<
  SearchRequest,
  'query' | 'namespaces' | 'status' | 'hasErrors' | 'timeRange' | 'labelSelector' | 'where'
>;

const isFilters = object<Filters>({
  query: optional(text),
  namespaces: optional(listOf(text)),
  status: optional(either(text, listOf(text))),
  hasErrors: optional(flag),
  timeRange: optional(text),
  labelSelector: optional(text),
  where: optional(isPredicate),
});

/** How the model translated the question, and how many machines that found once it is known. */
export type ModelSearch = { readonly filters: Filters; readonly total?: number };

/**
 * The last search the model made with our tool: its filter is what it called the tool with, its
 * number what the tool gave for programs. Its words are never read for either.
 */
export const modelSearch = (tools: readonly ToolUse[]): ModelSearch | undefined => {
  const use = tools.findLast(
    ({ name, server, args }) =>
      name === 'search_vms_semantic' && server === OUR_SERVER && isFilters(args),
  );
  if (use === undefined || !isFilters(use.args)) return undefined;
  const { query, namespaces, status, hasErrors, timeRange, labelSelector, where } = use.args;
  const filters = { query, namespaces, status, hasErrors, timeRange, labelSelector, where };
  const found = isSearchResult(use.structured) ? use.structured : undefined;
  return found?.outcome === 'ok' ? { filters, total: found.total } : { filters };
};
