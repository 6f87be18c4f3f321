import type { SearchRequest } from '@cnv-ai/engine/search';
import { SENTENCE_LIMIT, type Question } from './question';
import { askedColumns } from '../../../components/vm-columns';
import { FACETS } from './facet-fields';
import type { Paging } from './usePaging';

export type Setting = {
  /** The project chosen in the console; absent for all. */
  readonly namespace?: string;
  readonly timeZone: string;
  readonly language: string;
};

const LOCALES: readonly string[] = ['en', 'es', 'fr', 'ja', 'ko', 'zh'];

/** The language that sentences are read in first, where the search knows it. */
export const localeOf = (language: string): string | undefined =>
  LOCALES.find((locale) => locale === language.slice(0, 2));

/** The search to make, or `undefined` when there is nothing to ask. Edited chips go before words. */
export const requestOf = (
  { sentence, filter }: Question,
  { limit, sort, cursors }: Paging,
  { namespace, timeZone, language }: Setting,
): SearchRequest | undefined => {
  const words = sentence.trim();
  if (filter === undefined && (words === '' || sentence.length > SENTENCE_LIMIT)) return undefined;
  const cursor = cursors.at(-1);
  const locale = localeOf(language);
  return {
    ...(filter === undefined ? { query: words } : { where: filter }),
    ...(namespace === undefined ? {} : { namespaces: [namespace] }),
    ...(sort === undefined ? {} : { sort: `${sort.direction === 'desc' ? '-' : ''}${sort.by}` }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(locale === undefined ? {} : { locale }),
    limit,
    timeZone,
  };
};

/** The search with what the page shows beside the rows: facets, and the columns rows do not have. */
export const viewedRequest = (
  request: SearchRequest | undefined,
  columns: readonly string[] | undefined,
): SearchRequest | undefined => {
  const asked = askedColumns(columns ?? []);
  return (
    request && {
      ...request,
      facets: [...FACETS],
      ...(asked.length === 0 ? {} : { columns: asked }),
    }
  );
};
