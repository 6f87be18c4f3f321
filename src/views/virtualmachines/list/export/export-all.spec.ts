import { say } from '@cnv-ai/engine/messages';
import type { SearchRequest, SearchResult } from '@cnv-ai/engine/search';
import { makeRow, makeSearchResult } from '../../../../testing/factories';
import { exportAll, jsonOf, type Progress } from './export-all';

const pages: Readonly<Record<string, Partial<SearchResult>>> = {
  start: { vms: [makeRow({ name: 'a' }), makeRow({ name: 'b' })], nextCursor: 'second', total: 3 },
  second: { vms: [makeRow({ name: 'b', status: 'Stopped' }), makeRow({ name: 'c' })], total: 3 },
};
const request: SearchRequest = { query: 'x', limit: 20, cursor: 'second', facets: ['os'] };

const run = async (answer: (cursor: string) => Partial<SearchResult>, stop?: AbortSignal) => {
  const asked: SearchRequest[] = [];
  const told: Progress[] = [];
  const found = await exportAll(
    request,
    (next) => {
      asked.push(next);
      return Promise.resolve(makeSearchResult(answer(next.cursor ?? 'start')));
    },
    (progress) => told.push(progress),
    stop ?? new AbortController().signal,
  );
  return { asked, told, found };
};

describe('exportAll', () => {
  it('reads every page from the first on, each machine once and as it was last', async () => {
    const { asked, told, found } = await run((cursor) => pages[cursor] ?? {});
    expect(asked.map(({ cursor, limit }) => [cursor, limit])).toEqual([
      [undefined, 500],
      ['second', 500],
    ]);
    expect(asked[0]?.facets).toBeUndefined();
    expect('rows' in found && found.rows.map(({ name, status }) => [name, status])).toEqual([
      ['a', 'Running'],
      ['b', 'Stopped'],
      ['c', 'Running'],
    ]);
    expect(told).toEqual([
      { rows: 2, total: 3 },
      { rows: 3, total: 3 },
    ]);
  });

  it('gives nothing rather than half when a page is refused', async () => {
    const { found } = await run((cursor) =>
      cursor === 'second'
        ? { outcome: 'forbidden', clarificationMessage: say('You may not list them.') }
        : (pages[cursor] ?? {}),
    );
    expect(found).toEqual({ problem: say('You may not list them.') });
  });

  it('ends when the pages repeat', async () => {
    const { asked, found } = await run(() => ({ nextCursor: 'again' }));
    expect(asked).toHaveLength(2);
    expect(found).toHaveProperty('problem');
  });

  it('asks nothing more once it is given up', async () => {
    const stop = new AbortController();
    const reading = run((cursor) => {
      stop.abort();
      return pages[cursor] ?? {};
    }, stop.signal);
    await expect(reading).rejects.toThrow(/abort/i);
  });
});

describe('jsonOf', () => {
  it('says what it is a list of, and what could not be read', async () => {
    const { found } = await run((cursor) => ({ ...pages[cursor], unknown: 2 }));
    expect('rows' in found && JSON.parse(jsonOf(found, 'running VMs'))).toMatchObject({
      sentence: 'running VMs',
      meaning: 'Status is Running',
      total: 3,
      unknown: 2,
      unchecked: [],
      vms: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    });
  });
});
