import { say, type Message } from '@cnv-ai/engine/messages';
import type { SearchRequest, SearchResult, VmRow } from '@cnv-ai/engine/search';

/** The most rows the search gives at a time. */
const PAGE = 500;

export type Progress = { readonly rows: number; readonly total: number };

export type Exported = { readonly first: SearchResult; readonly rows: readonly VmRow[] };

/** The whole result or none of it: half a list looks like a whole one. */
export type ExportOutcome = Exported | { readonly problem: Message };

export type SearchPage = (request: SearchRequest, signal: AbortSignal) => Promise<SearchResult>;

const refusal = (
  { clarificationMessage, clarification }: SearchResult,
  rows: number,
): { problem: Message } => ({
  problem:
    clarificationMessage ??
    say('The search stopped after {{rows}} rows ({{reason}}). Nothing was saved: try again.', {
      rows,
      reason: clarification ?? '',
    }),
});

/** Reads every page of a result. Rejects when a search does, and when `signal` aborts. */
export const exportAll = async (
  request: SearchRequest,
  search: SearchPage,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ExportOutcome> => {
  const rows = new Map<string, VmRow>();
  const seen = new Set<string>();
  let first: SearchResult | undefined;
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const asked = { ...request, limit: PAGE, cursor, facets: undefined };
    const result = await search(asked, signal);
    if (result.outcome !== 'ok') return refusal(result, rows.size);
    first ??= result;
    // A machine that moved while the pages were read is written once, as it was last.
    for (const row of result.vms) rows.set(`${row.namespace}/${row.name}`, row);
    onProgress({ rows: rows.size, total: result.total });
    cursor = result.nextCursor;
    if (cursor !== undefined && seen.has(cursor)) {
      return { problem: say('The pages of the result repeat. Nothing was saved: try again.') };
    }
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined);
  return { first, rows: [...rows.values()] };
};

/** The rows with what they answer: a file has to say what it is a list of. */
export const jsonOf = ({ first, rows }: Exported, sentence: string): string =>
  `${JSON.stringify(
    {
      sentence,
      meaning: first.interpretation.readable,
      where: first.interpretation.where,
      asOf: first.asOf,
      total: rows.length,
      unknown: first.unknown,
      unchecked: first.unchecked.map(({ resource, reason, message }) => ({
        resource,
        reason,
        message,
      })),
      vms: rows.map((row) => ({ ...row, matched: undefined })),
    },
    undefined,
    2,
  )}\n`;
