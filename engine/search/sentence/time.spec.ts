import { interpret } from '../interpret';
import { NOW } from '../testing/machines';
import { vocabularyOf } from '../vocabulary';

const read = (sentence: string, timeZone = 'UTC', now = NOW): unknown => {
  const { outcome, interpretation } = interpret(`VMs ${sentence}`, vocabularyOf([]), {
    now,
    timeZone,
  });
  const [where] = interpretation.chips.slice(-1).map((chip) => chip.where);
  return outcome === 'ok' && where !== undefined && 'field' in where
    ? [where.field, where.op, where.value]
    : outcome;
};

// Friday 2026-11-20 14:30 UTC.
describe('times', () => {
  it.each<[string, unknown]>([
    [
      'created in june or july',
      ['created', 'between', ['2026-06-01T00:00:00Z', '2026-08-01T00:00:00Z']],
    ],
    [
      'created in march, april and may',
      ['created', 'between', ['2026-03-01T00:00:00Z', '2026-06-01T00:00:00Z']],
    ],
    [
      'created in 2024 or 2025',
      ['created', 'between', ['2024-01-01T00:00:00Z', '2026-01-01T00:00:00Z']],
    ],
    [
      'created from the 2nd to the 5th of october',
      ['created', 'between', ['2026-10-02T00:00:00Z', '2026-10-06T00:00:00Z']],
    ],
    [
      'started 2-5 october 2025',
      ['started', 'between', ['2025-10-02T00:00:00Z', '2025-10-06T00:00:00Z']],
    ],
    [
      'started november 2-5',
      ['started', 'between', ['2026-11-02T00:00:00Z', '2026-11-06T00:00:00Z']],
    ],
    ['started since tuesday afternoon', ['started', 'since', '2026-11-17T12:00:00Z']],
    ['started since tuesday 9am', ['started', 'since', '2026-11-17T09:00:00Z']],
    [
      'created half a year ago',
      ['created', 'between', ['2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z']],
    ],
    ['last started before october', ['started', 'before', '2026-10-01T00:00:00Z']],
    ['last restarted within the last 2 hours', ['started', 'since', '2026-11-20T12:30:00Z']],
    ['last migrated over 4 days ago', ['migrated', 'before', '2026-11-16T14:30:00Z']],
    // Short units, years, and what lies beyond them.
    ['older than 6mo', ['created', 'before', '2026-05-20T14:30:00Z']],
    ['older than 1y', ['created', 'before', '2025-11-20T14:30:00Z']],
    ['created 3mo ago', ['created', 'between', ['2026-08-01T00:00:00Z', '2026-09-01T00:00:00Z']]],
    ['with 6mo of memory', ['memory', 'is', 6 * 2 ** 20]],
    ['created 2025', ['created', 'between', ['2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z']]],
    ['created in 2024 or earlier', ['created', 'before', '2025-01-01T00:00:00Z']],
    ['created 2026-11-01 or later', ['created', 'since', '2026-11-01T00:00:00Z']],
    ['created<=2026-11-10', ['created', 'before', '2026-11-11T00:00:00Z']],
    ['created<2026-11-10', ['created', 'before', '2026-11-10T00:00:00Z']],
    ['new 24h', ['created', 'since', '2026-11-19T14:30:00Z']],
    ['running more than 30 days without restart', ['started', 'before', '2026-10-21T14:30:00Z']],
    ['created in the last hour', ['created', 'since', '2026-11-20T13:30:00Z']],
    ['created in the past 2 days', ['created', 'since', '2026-11-18T14:30:00Z']],
    ['created within 24h', ['created', 'since', '2026-11-19T14:30:00Z']],
    ['created last 3 months', ['created', 'since', '2026-08-20T14:30:00Z']],
    ['created since yesterday', ['created', 'since', '2026-11-19T00:00:00Z']],
    ['created since yesterday at 10:00', ['created', 'since', '2026-11-19T10:00:00Z']],
    [
      'created in Q2 2025',
      ['created', 'between', ['2025-04-01T00:00:00Z', '2025-07-01T00:00:00Z']],
    ],
    [
      'created in the first quarter',
      ['created', 'between', ['2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z']],
    ],
    [
      'created in the last quarter of 2025',
      ['created', 'between', ['2025-10-01T00:00:00Z', '2026-01-01T00:00:00Z']],
    ],
    [
      'created last quarter',
      ['created', 'between', ['2026-07-01T00:00:00Z', '2026-10-01T00:00:00Z']],
    ],
    [
      'created in the second half of 2025',
      ['created', 'between', ['2025-07-01T00:00:00Z', '2026-01-01T00:00:00Z']],
    ],
    [
      'created last friday',
      ['created', 'between', ['2026-11-13T00:00:00Z', '2026-11-14T00:00:00Z']],
    ],
    ['created on friday', ['created', 'between', ['2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z']]],
    ['created since noon yesterday', ['created', 'since', '2026-11-19T12:00:00Z']],
    ['stopped after 8am on monday', ['changed', 'since', '2026-11-16T08:00:00Z']],
    ['stopped, 7d', ['changed', 'since', '2026-11-13T14:30:00Z']],
    ['created on fridays', 'not_understood'],
    [
      'paused for 2 to 5 days',
      ['changed', 'between', ['2026-11-15T14:30:00Z', '2026-11-18T14:30:00Z']],
    ],
    ['with warnings in the last 24h', 'ambiguous'],
    ['without guest agent since yesterday', 'ambiguous'],
    ['that need a restart since monday', 'ambiguous'],
    [
      'without guest agent created yesterday',
      ['created', 'between', ['2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z']],
    ],
    ['do not run since yesterday', ['changed', 'since', '2026-11-19T00:00:00Z']],
    ['created after midnight', ['created', 'since', '2026-11-20T00:00:00Z']],
    ['created before midnight', ['created', 'before', '2026-11-20T00:00:00Z']],
    ['created since midnight', ['created', 'since', '2026-11-20T00:00:00Z']],
    ['created today', ['created', 'between', ['2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z']]],
    ['created yesterday', ['created', 'between', ['2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z']]],
    ['created this week', ['created', 'between', ['2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z']]],
    ['created last week', ['created', 'between', ['2026-11-09T00:00:00Z', '2026-11-16T00:00:00Z']]],
    ['created in the last week', ['created', 'since', '2026-11-13T14:30:00Z']],
    ['created within the last month', ['created', 'since', '2026-10-20T14:30:00Z']],
    ['created in the past week', ['created', 'since', '2026-11-13T14:30:00Z']],
    [
      'created last month',
      ['created', 'between', ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z']],
    ],
    [
      'created in october',
      ['created', 'between', ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z']],
    ],
    ['created in may', ['created', 'between', ['2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z']]],
    [
      'created in december',
      ['created', 'between', ['2025-12-01T00:00:00Z', '2026-01-01T00:00:00Z']],
    ],
    ['created on nov 3', ['created', 'between', ['2026-11-03T00:00:00Z', '2026-11-04T00:00:00Z']]],
    ['created before 2025', ['created', 'before', '2025-01-01T00:00:00Z']],
    ['created after 2026-11-03', ['created', 'since', '2026-11-04T00:00:00Z']],
    [
      'created between 2026-11-01 and 2026-11-10',
      ['created', 'between', ['2026-11-01T00:00:00Z', '2026-11-11T00:00:00Z']],
    ],
    [
      'created 2 days ago',
      ['created', 'between', ['2026-11-18T00:00:00Z', '2026-11-19T00:00:00Z']],
    ],
    ['created more than 2 days ago', ['created', 'before', '2026-11-18T14:30:00Z']],
    ['created less than 3 hours ago', ['created', 'since', '2026-11-20T11:30:00Z']],
    ['older than 90 days', ['created', 'before', '2026-08-22T14:30:00Z']],
    ['newer than a week', ['created', 'since', '2026-11-13T14:30:00Z']],
    ['stopped older than 90 days', ['created', 'before', '2026-08-22T14:30:00Z']],
    ['stopped for over 30 days', ['changed', 'before', '2026-10-21T14:30:00Z']],
    ['not restarted in over two weeks', ['started', 'before', '2026-11-06T14:30:00Z']],
    ["haven't changed state in over a week", ['changed', 'before', '2026-11-13T14:30:00Z']],
    ['not running for more than a week', ['changed', 'before', '2026-11-13T14:30:00Z']],
    ['not ready for 15 minutes', ['changed', 'before', '2026-11-20T14:15:00Z']],
    ['off for more than two weeks', ['changed', 'before', '2026-11-06T14:30:00Z']],
    ['stopped since 2 weeks', ['changed', 'before', '2026-11-06T14:30:00Z']],
    ['stopped since over a week', ['changed', 'before', '2026-11-13T14:30:00Z']],
    ['stopped since 2 weeks ago', ['changed', 'since', '2026-11-06T14:30:00Z']],
    ['created since 2 weeks', 'not_understood'],
    [
      'created 2 to 4 weeks ago',
      ['created', 'between', ['2026-10-23T14:30:00Z', '2026-11-06T14:30:00Z']],
    ],
    ['that failed since monday', ['changed', 'since', '2026-11-16T00:00:00Z']],
    ['that broke in the last 15 minutes', ['changed', 'since', '2026-11-20T14:15:00Z']],
    ['crashed today', ['changed', 'between', ['2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z']]],
    ['restarted since 2026-11-20T09:00:00+01:00', ['started', 'since', '2026-11-20T08:00:00Z']],
    ['started since 15:00', ['started', 'since', '2026-11-19T15:00:00Z']],
    ['running for more than 3 days', ['started', 'before', '2026-11-17T14:30:00Z']],
    ['uptime > 3 days', ['started', 'before', '2026-11-17T14:30:00Z']],
    ['age < 12h', ['created', 'since', '2026-11-20T02:30:00Z']],
    ['created:7d', ['created', 'since', '2026-11-13T14:30:00Z']],
    ['created 2026-02-30', 'not_understood'],
    ['created since 25:00', 'not_understood'],
    ['created', 'not_understood'],
    ['that may break', 'not_understood'],
    ['failed 30d', 'not_understood'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  it.each<[string, string, string, unknown]>([
    [
      'created today',
      'Asia/Tokyo',
      '2026-11-20T16:00:00Z',
      ['2026-11-20T15:00:00Z', '2026-11-21T15:00:00Z'],
    ],
    [
      'created today',
      'America/New_York',
      '2026-11-20T03:00:00Z',
      ['2026-11-19T05:00:00Z', '2026-11-20T05:00:00Z'],
    ],
    [
      'created today',
      'Asia/Kolkata',
      '2026-11-20T18:29:00Z',
      ['2026-11-19T18:30:00Z', '2026-11-20T18:30:00Z'],
    ],
    // The clock goes forward at 02:00 on 29 March and back at 03:00 on 25 October.
    [
      'created today',
      'Europe/Madrid',
      '2026-03-29T12:00:00Z',
      ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ],
    [
      'created today',
      'Europe/Madrid',
      '2026-10-25T12:00:00Z',
      ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ],
    [
      'created last month',
      'Europe/Madrid',
      '2026-11-20T12:00:00Z',
      ['2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z'],
    ],
  ])('%s in %s at %s', (sentence, zone, now, expected) => {
    expect(read(sentence, zone, Date.parse(now))).toEqual(['created', 'between', expected]);
  });

  it('says when no verb tells which time is meant', () => {
    const { interpretation } = interpret('VMs from the last 2 days', vocabularyOf([]), {
      now: NOW,
    });
    expect(interpretation.chips[0]).toMatchObject({ field: 'created', confidence: 'medium' });
    expect(interpretation.chips[0]?.detail).toMatch(/creation time/);
  });
});
