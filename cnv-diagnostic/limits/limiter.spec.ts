import fc from 'fast-check';
import { createLog } from '../observability/log';
import { limiter, type Limits } from './limiter';
import { memoryStore, type CountStore } from './store';
import { waitFor, type Window } from './window';

const log = createLog('silent');
const MINUTE: Window = { limit: 5, length: 60_000, kind: 'sliding' };

const limitsOf = (limits: Limits, more: { clock?: () => number; shared?: CountStore } = {}) =>
  limiter({ limits, log, clock: () => 0, ...more });

const reasonOf = async (entering: ReturnType<ReturnType<typeof limitsOf>['enter']>) => {
  const admission = await entering;
  return 'refusal' in admission ? admission.refusal.reason : 'in';
};

describe('a window', () => {
  const kinds = fc.constantFrom('sliding' as const, 'fixed' as const);
  const windows = fc.record({
    limit: fc.integer({ min: 1, max: 50 }),
    length: fc.integer({ min: 1000, max: 100_000 }),
    kind: kinds,
  });

  it('lets in no more than its limit within one stretch, and who waits as told gets in', async () => {
    await fc.assert(
      fc.asyncProperty(
        windows,
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 120 }),
        async (window, pauses) => {
          const store = memoryStore();
          const taken = new Map<number, number>();
          let now = 0;
          for (const pause of pauses) {
            now += pause;
            let wait = await store.take('me', window, now);
            if (wait > 0) {
              now += Math.ceil(wait);
              wait = await store.take('me', window, now);
            }
            expect(wait).toBe(0);
            const stretch = Math.floor(now / window.length);
            taken.set(stretch, (taken.get(stretch) ?? 0) + 1);
          }
          expect(Math.max(0, ...taken.values())).toBeLessThanOrEqual(window.limit);
        },
      ),
    );
  });

  it('that slides counts the part of the stretch before that it reaches back to', () => {
    const counts = { current: 0, previous: 5 };
    expect(waitFor(MINUTE, counts, 60_000)).toBeGreaterThan(0);
    expect(waitFor(MINUTE, counts, 60_000 + 12_000)).toBe(0);
    expect(waitFor({ ...MINUTE, kind: 'fixed' }, counts, 60_000)).toBe(0);
  });
});

describe('a caller', () => {
  it('who asks too often is refused, and others are not', async () => {
    const { enter } = limitsOf({ perMinute: 2 });
    const reasons = [];
    for (const who of ['alice', 'alice', 'alice', 'bob']) reasons.push(await reasonOf(enter(who)));
    expect(reasons).toEqual(['in', 'in', 'rate_limited', 'in']);
  });

  it('is told when to ask again, in whole seconds', async () => {
    let now = 59_500;
    const { enter } = limitsOf({ perMinute: 1 }, { clock: () => now });
    await enter('alice');
    const refused = await enter('alice');
    expect(refused).toMatchObject({ refusal: { retryAfter: expect.any(Number) } });
    const seconds = 'refusal' in refused ? refused.refusal.retryAfter : 0;
    expect(Number.isInteger(seconds)).toBe(true);
    now += seconds * 1000;
    expect(await reasonOf(enter('alice'))).toBe('in');
  });

  it('who waits for too many answers is refused until one is there', async () => {
    const { enter } = limitsOf({ atOnce: 1 });
    const first = await enter('alice');
    expect(await reasonOf(enter('alice'))).toBe('too_many_at_once');
    expect(await reasonOf(enter('bob'))).toBe('in');
    if ('release' in first) first.release();
    expect(await reasonOf(enter('alice'))).toBe('in');
  });

  it('shares the quota of the day with all others, and it is new at midnight UTC', async () => {
    let now = Date.parse('2026-11-20T23:59:00Z');
    const { enter } = limitsOf({ perDay: 2 }, { clock: () => now });
    expect([
      await reasonOf(enter('alice')),
      await reasonOf(enter('bob')),
      await reasonOf(enter('carol')),
    ]).toEqual(['in', 'in', 'quota_used_up']);
    expect(await enter('carol')).toMatchObject({ refusal: { retryAfter: 60 } });
    now += 60_000;
    expect(await reasonOf(enter('carol'))).toBe('in');
  });

  it('who was refused leaves no count behind', async () => {
    const { enter } = limitsOf({ perMinute: 1, atOnce: 1, perDay: 2 });
    const first = await enter('alice');
    if ('release' in first) first.release();
    for (let time = 0; time < 5; time += 1) {
      expect(await reasonOf(enter('alice'))).toBe('rate_limited');
    }
    expect(await reasonOf(enter('bob'))).toBe('in');
    expect(await reasonOf(enter('carol'))).toBe('quota_used_up');
  });
});

describe('shared counts', () => {
  it('that cannot be had are replaced by those of this replica, and no call fails', async () => {
    let up = true;
    const counts = memoryStore();
    const shared: CountStore = {
      ...counts,
      take: (...call) => (up ? counts.take(...call) : Promise.reject(new Error('gone'))),
    };
    const told: boolean[] = [];
    const parts = { limits: { perMinute: 2 }, log, shared, clock: () => 0 };
    const { enter } = limiter({ ...parts, onShared: (available) => told.push(available) });
    const reasons = [];
    for (const isUp of [true, true, true, false, false, false, true]) {
      up = isUp;
      reasons.push(await reasonOf(enter('alice')));
    }
    expect(reasons).toEqual([
      'in',
      'in',
      'rate_limited',
      'in',
      'in',
      'rate_limited',
      'rate_limited',
    ]);
    expect(told).toEqual([true, true, true, false, false, false, true]);
  });

  it('are kept under names that tell nothing of the user', async () => {
    const names: string[] = [];
    const shared: CountStore = {
      ...memoryStore(),
      take: (name) => {
        names.push(name);
        return Promise.resolve(0);
      },
    };
    await limitsOf({ perMinute: 1, perDay: 1 }, { shared }).enter('alice@example.com');
    expect(names).toEqual([expect.stringMatching(/^user-[\w-]{22}$/), 'cluster']);
  });
});
