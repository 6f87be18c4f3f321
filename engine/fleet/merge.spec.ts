import fc from 'fast-check';
import { english, say } from '../messages';
import type { Unchecked } from '../diagnosis';
import { uncheckedSentence } from '../diagnosis/unread';
import type { Case } from './cases';
import { byPlace, toCursor } from './cursor';
import { noFleet } from './fleet';
import { groupsOf } from './groups';
import { mergeFleet, wholeFleet } from './merge';
import type { Fleet } from './types';
import { joinUnchecked } from './unchecked';

const { byVerdict, scope, asOf } = noFleet('unavailable', say(''), 0);
const NOTHING: Fleet = {
  outcome: 'ok',
  byVerdict,
  scope,
  groups: [],
  factors: [],
  total: 0,
  remaining: 0,
  diagnosed: 0,
  undiagnosed: 0,
  unchecked: [],
  asOf,
};

/** One VM of a cluster: what was found when it was looked at, if it fails. */
type Machine = { readonly found: Case | undefined; readonly unchecked: readonly Unchecked[] };

const factors = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom('StorageClass', 'Node', 'Image', 'Namespace'),
    name: fc.constantFrom('a', 'b', 'c'),
    proven: fc.boolean(),
  }),
  { maxLength: 4, selector: ({ kind, name }) => `${kind}/${name}` },
);

const missed = fc
  .record({
    resource: fc.constantFrom('pods', 'nodes'),
    namespace: fc.constantFrom(undefined, 'x'),
    couldHide: fc.subarray(['a', 'b', 'c']),
  })
  .map(({ resource, namespace, couldHide }): Unchecked => {
    const messageMessage = uncheckedSentence({ plural: resource, reason: 'forbidden', namespace });
    return {
      resource,
      reason: 'forbidden',
      message: english(messageMessage),
      messageMessage,
      couldHide,
      ...(namespace === undefined ? {} : { namespace }),
    };
  });

const titles = new Map(['x', 'y', 'z'].map((id) => [id, say(`It is ${id}`)]));

const machines: fc.Arbitrary<Machine[]> = fc
  .array(
    fc.record({
      place: fc.constantFrom('a', 'a-b', 'b'),
      causeId: fc.constantFrom('x', 'y', 'z'),
      severity: fc.constantFrom('critical' as const, 'warning' as const),
      others: fc.subarray(['other']),
      factors,
      fails: fc.boolean(),
      unchecked: fc.array(missed, { maxLength: 2 }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ place, fails, unchecked, causeId, ...rest }, index) => ({
      found: fails
        ? {
            namespace: place,
            name: `vm-${index}`,
            causeId,
            title: titles.get(causeId) ?? say(''),
            ...rest,
          }
        : undefined,
      unchecked,
    })),
  );

/** The answer about some machines; `left` are behind it. */
const pageOf = (those: readonly Machine[], left: readonly Machine[], index: number): Fleet => {
  const cases = those.flatMap(({ found }) => found ?? []);
  return {
    ...NOTHING,
    ...(left.length === 0 ? {} : { nextCursor: `page-${String(index).padStart(3, '0')}/last` }),
    byVerdict: {
      ...NOTHING.byVerdict,
      problem: cases.length,
      healthy: those.length - cases.length,
    },
    scope: { namespaces: 'all', hidden: false },
    ...groupsOf(cases),
    total: cases.length,
    remaining: left.length,
    diagnosed: those.length,
    undiagnosed: left.length,
    unchecked: joinUnchecked(those.flatMap(({ unchecked }) => unchecked)),
  };
};

const inPages = (all: readonly Machine[], size: number): Fleet[] =>
  Array.from({ length: Math.max(1, Math.ceil(all.length / size)) }, (_, index) =>
    pageOf(all.slice(index * size, (index + 1) * size), all.slice((index + 1) * size), index),
  );

describe('pages of a fleet', () => {
  it('merged in any order, and in any way, are the one page over the same VMs', () => {
    const way = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(machines, fc.integer({ min: 1, max: 12 }), way, (all, size, chances) => {
        const pool = inPages(all, size);
        const take = (): Fleet => {
          const [chance = 0] = chances.take(1);
          return pool.splice(Math.floor(chance * pool.length), 1)[0] ?? NOTHING;
        };
        while (pool.length > 1) pool.push(mergeFleet(take(), take()));
        expect(take()).toEqual(pageOf(all, [], 0));
      }),
      { numRuns: 300 },
    );
  });

  it('are as old as the oldest, and hide what one of them hides', () => {
    const young = { ...NOTHING, asOf: '2026-11-20T14:00:09Z' };
    const old = {
      ...NOTHING,
      asOf: '2026-11-20T14:00:01Z',
      scope: { namespaces: 3, hidden: true },
    };
    for (const merged of [mergeFleet(young, old), mergeFleet(old, young)]) {
      expect([merged.asOf, merged.scope.hidden]).toEqual([old.asOf, true]);
    }
  });

  it('keep the order of namespaces where one name begins another', () => {
    const places = ['a-b/x', 'a/x', 'a/a'].map((text) => {
      const [namespace = '', name = ''] = text.split('/');
      return { namespace, name };
    });
    expect([...places].sort(byPlace).map(toCursor)).toEqual(['a/a', 'a/x', 'a-b/x']);
  });
});

describe('a whole fleet', () => {
  const page = (done: number, left: number): Fleet => ({
    ...NOTHING,
    ...(left === 0 ? {} : { nextCursor: `ns/vm-${done}` }),
    diagnosed: done,
    undiagnosed: left,
    remaining: left,
  });
  const refused = noFleet('unavailable', say('The cluster is away.'), 0);

  it('goes on from page to page, and tells each answer that is not the last', async () => {
    const pages = [page(2, 4), page(4, 2), page(2, 0)];
    const asked: (string | undefined)[] = [];
    const told: number[] = [];
    const next = (cursor: string | undefined) => {
      asked.push(cursor);
      return Promise.resolve(pages[asked.length - 1] ?? refused);
    };
    const whole = await wholeFleet(next, ({ diagnosed }) => told.push(diagnosed));
    expect([asked, told]).toEqual([
      [undefined, 'ns/vm-2', 'ns/vm-4'],
      [2, 6],
    ]);
    expect([whole.diagnosed, whole.remaining, whole.nextCursor]).toEqual([8, 0, undefined]);
  });

  it('goes on from an answer that was not the last', async () => {
    const whole = await wholeFleet(() => Promise.resolve(page(3, 0)), undefined, page(2, 3));
    expect([whole.diagnosed, whole.undiagnosed]).toEqual([5, 0]);
  });

  it.each<[string, Fleet, string | undefined]>([
    ['a page that fails', refused, 'The cluster is away.'],
    ['a page that does not go on', page(2, 4), undefined],
  ])('is what came before %s, with its cursor and the reason', async (_, odd, reason) => {
    const pages = [page(2, 4), odd];
    const whole = await wholeFleet(() => Promise.resolve(pages.shift() ?? refused));
    expect(whole).toMatchObject({
      outcome: 'ok',
      nextCursor: 'ns/vm-2',
      diagnosed: 2,
      undiagnosed: 4,
    });
    expect(whole.message).toBe(reason);
  });

  it('that is refused at once is the refusal', async () => {
    expect(await wholeFleet(() => Promise.resolve(refused))).toEqual(refused);
  });
});
