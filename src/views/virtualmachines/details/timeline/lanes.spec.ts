import fc from 'fast-check';
import { DAY, formatTime, MINUTE } from '@cnv-ai/engine/kubernetes';
import type { TimelineEntry } from '@cnv-ai/engine/diagnosis';
import { lanesOf } from './lanes';

const NOW = Date.UTC(2026, 10, 20, 14);

const happened = (name: string, age: number, severity: TimelineEntry['severity'] = 'info') => ({
  time: formatTime(NOW - age),
  object: { apiVersion: 'v1', kind: 'Pod', namespace: 'demo', name },
  reason: 'Failed',
  message: '',
  severity,
});

describe('lanesOf', () => {
  it('gives each object a lane, in the order in which they appear', () => {
    const { lanes } = lanesOf([happened('b', DAY), happened('a', MINUTE), happened('b', 0)], NOW);
    expect(lanes.map(({ object, marks }) => [object.name, marks.length])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });

  it('makes one mark of what happened together, as bad as the worst of it', () => {
    const { lanes } = lanesOf(
      [
        happened('a', 30 * DAY),
        happened('a', 1010),
        happened('a', 1005, 'error'),
        happened('a', 1000),
      ],
      NOW,
    );
    expect(lanes[0]?.marks.map(({ severity, entries }) => [severity, entries.length])).toEqual([
      ['info', 1],
      ['error', 3],
    ]);
  });

  it('draws lines that can be read, the latest first', () => {
    const { ticks } = lanesOf([happened('a', 40 * DAY)], NOW);
    expect(ticks.length).toBeGreaterThan(2);
    expect(
      ticks.every(({ x }, index) => index === 0 || (ticks[index - 1]?.x ?? 0) - x >= 0.12),
    ).toBe(true);
  });

  it('keeps every entry once, between the oldest and now, whatever its time', () => {
    const ages = fc.array(fc.integer({ min: -DAY, max: 400 * DAY }), { maxLength: 40 });
    fc.assert(
      fc.property(ages, (given) => {
        const sorted = [...given].sort((one, other) => other - one);
        const { lanes } = lanesOf(
          sorted.map((age) => happened('a', age)),
          NOW,
        );
        const marks = lanes.flatMap((lane) => lane.marks);
        expect(marks.flatMap(({ entries }) => entries)).toHaveLength(given.length);
        expect(marks.every(({ x }) => x >= 0 && x <= 1)).toBe(true);
      }),
    );
  });
});
