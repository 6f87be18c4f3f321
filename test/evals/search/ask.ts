import { objectReader, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { searchVms, type SearchResult } from '@cnv-ai/engine/search';
import type { Entry } from './corpus';
import type { Answer } from './judge';

const PAGE = 500;
const MOST_PAGES = 20;

/** Asks the engine one sentence and follows the cursor to the last page. */
export const askEngine = async (
  objects: readonly KubeObject[],
  { sentence, locale, timeZone }: Pick<Entry, 'sentence' | 'locale' | 'timeZone'>,
  now: number,
): Promise<Answer> => {
  const ask = (cursor?: string): Promise<SearchResult> =>
    searchVms(
      objectReader(objects),
      { query: sentence, locale, timeZone, limit: PAGE, cursor },
      now,
      { forModel: false },
    );
  const first = await ask();
  const uids = first.vms.map(({ uid }) => uid);
  let cursor = first.nextCursor;
  for (let page = 1; cursor !== undefined && page < MOST_PAGES; page += 1) {
    const next = await ask(cursor);
    uids.push(...next.vms.map(({ uid }) => uid));
    cursor = next.nextCursor;
  }
  return {
    outcome: first.outcome,
    readable: first.interpretation.readable,
    uids,
    aggregate: first.aggregate,
    clarification: first.clarification,
    notUnderstood: first.interpretation.notUnderstood,
  };
};
