import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { isRecord, listAt, textAt, textsAt } from '@cnv-ai/engine/kubernetes';
import {
  createMetrics,
  type CountedCall,
  type Metrics,
} from '../../cnv-diagnostic/observability/metrics';
import { jsonOf, yamlOf } from '../chart/chart';

/** The alerts and the dashboard, read by the real promtool; what alerts see is what the code counts. */
const NOW = Date.parse('2026-11-20T14:30:00Z');
const TOOL = 'diagnose_vm_error';

const alerts = listAt({ rules: yamlOf('files/alerts.yaml') }, 'rules');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cnv-ai-alerts-'));
  writeFileSync(
    join(folder, 'rules.yaml'),
    stringify({ groups: [{ name: 'cnv-diagnostic', rules: alerts }] }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const promtool = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
};

const metricsOf = (): Metrics => {
  const metrics = createMetrics([TOOL], { clock: () => NOW });
  metrics.watchCache(() => [{ resource: 'virtualmachines', objects: 1, lists: 1, age }]);
  return metrics;
};

/** Of the shared cache, in milliseconds. */
let age = 0;

const call = (change: Partial<CountedCall> = {}): CountedCall => ({
  tool: TOOL,
  outcome: 'ok',
  durationMs: 100,
  reads: 1,
  rootCauseIds: [],
  suspected: [],
  unchecked: [],
  user: 'alice',
  ...change,
});

const seriesIn = (text: string): Map<string, string> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line): [string, string] => {
        const end = line.lastIndexOf(' ');
        return [line.slice(0, end), line.slice(end + 1)];
      }),
  );

/**
 * Ten minutes as the metrics are at the start, then an hour as they are after what happened, or as
 * long as it goes on: the same again in every minute.
 */
const inputOf = (before: string, after: string, goesOn: boolean): object[] => {
  const was = seriesIn(before);
  return [...seriesIn(after)].map(([series, value]) => ({
    series,
    values: `${was.get(series) ?? '_'}x9 ${value}${goesOn ? `+${value}` : ''}x60`,
  }));
};

const times = (count: number, act: () => void): void => {
  for (let time = 0; time < count; time += 1) act();
};

type Case = {
  /** What has to happen, and what must not be enough. */
  readonly fires: (metrics: Metrics) => void;
  readonly calm: (metrics: Metrics) => void;
  /** Labels the alert takes over from what it is about. */
  readonly by?: object;
  /** What happens goes on; else it happens in the tenth minute, once. */
  readonly goesOn?: boolean;
};

const CASES: Readonly<Record<string, Case>> = {
  CnvDiagnosticRefusedIdentities: {
    fires: (metrics) => times(25, () => metrics.identityFailure('refused')),
    calm: (metrics) => times(5, () => metrics.identityFailure('missing')),
  },
  CnvDiagnosticIdentityUnavailable: {
    fires: (metrics) => times(15, () => metrics.identityFailure('unavailable')),
    calm: (metrics) => times(25, () => metrics.identityFailure('refused')),
  },
  CnvDiagnosticUnusualVolume: {
    fires: (metrics) => times(501, () => metrics.toolCall(call())),
    calm: (metrics) => times(50, () => metrics.toolCall(call())),
  },
  CnvDiagnosticQuotaUsedUp: {
    fires: (metrics) => metrics.toolCall(call({ outcome: 'quota_used_up' })),
    calm: (metrics) => metrics.toolCall(call({ outcome: 'rate_limited' })),
  },
  CnvDiagnosticSuspectedInjection: {
    fires: (metrics) => metrics.toolCall(call({ suspected: ['cluster'] })),
    calm: (metrics) => metrics.toolCall(call()),
    by: { source: 'cluster' },
  },
  CnvDiagnosticCacheStale: {
    fires: () => void (age = 400_000),
    calm: () => void (age = 20_000),
    by: { resource: 'virtualmachines' },
  },
  CnvDiagnosticFailures: {
    fires: (metrics) => times(5, () => metrics.toolCall(call({ outcome: 'failed' }))),
    calm: (metrics) => times(5, () => metrics.toolCall(call({ outcome: 'forbidden' }))),
    by: { tool: TOOL },
  },
  CnvDiagnosticSlow: {
    fires: (metrics) => times(500, () => metrics.toolCall(call({ durationMs: 3_900 }))),
    calm: (metrics) => times(500, () => metrics.toolCall(call({ durationMs: 200 }))),
    goesOn: true,
  },
  CnvDiagnosticSharedLimitsGone: {
    fires: (metrics) => metrics.sharedLimits(false),
    calm: (metrics) => metrics.sharedLimits(true),
  },
};

const UP = 'CnvDiagnosticDown';

const alertOf = (name: string): unknown => alerts.find((alert) => textAt(alert, 'alert') === name);

const firing = (name: string, by: object = {}): object => ({
  exp_labels: { ...textsAt(alertOf(name), 'labels'), ...by },
  exp_annotations: textsAt(alertOf(name), 'annotations'),
});

/** The minute in which an alert is looked at: soon after, or once it has waited as long as it does. */
const minuteOf = (name: string): number => {
  const waits = /^(\d+)m$/.exec(textAt(alertOf(name), 'for') ?? '')?.[1];
  return waits === undefined ? 12 : 12 + 2 * Number(waits);
};

/** What promtool has to say against the alerts expected of an input; nothing when it is right. */
const test = (name: string, input: object[], expected: readonly object[]): string => {
  const file = join(folder, 'test.yaml');
  const look = { eval_time: `${minuteOf(name)}m`, alertname: name, exp_alerts: expected };
  writeFileSync(
    file,
    stringify({
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: [{ interval: '1m', input_series: input, alert_rule_test: [look] }],
    }),
  );
  return promtool('test', 'rules', file);
};

it('promtool takes the rules, and every question of the dashboard', () => {
  expect(promtool('check', 'rules', 'rules.yaml')).toBe('');
  const questions = listAt(jsonOf('files/dashboard.json'), 'rows')
    .flatMap((row) => listAt(row, 'panels'))
    .flatMap((panel) => listAt(panel, 'targets'))
    .flatMap((target) => textAt(target, 'expr') ?? []);
  const rules = questions.map((expr, index) => ({ record: `panel:${index}`, expr }));
  writeFileSync(join(folder, 'panels.yaml'), stringify({ groups: [{ name: 'dashboard', rules }] }));
  expect(promtool('check', 'rules', 'panels.yaml')).toBe('');
});

it('every alert is tried', () => {
  expect([UP, ...Object.keys(CASES)].sort()).toEqual(
    alerts
      .filter(isRecord)
      .map((alert) => textAt(alert, 'alert'))
      .sort(),
  );
});

it.each([
  ['0', [firing(UP, { job: 'cnv-diagnostic' })]],
  ['1', []],
])(`${UP} where a replica is reached: %s`, (value, expected) => {
  const input = [{ series: 'up{job="cnv-diagnostic"}', values: `${value}x60` }];
  expect(test(UP, input, expected)).toBe('');
});

it.each(Object.keys(CASES))('%s fires when it should, and not before', async (name) => {
  const { fires, calm, by, goesOn = false } = CASES[name] ?? {};
  for (const [act, expected] of [
    [fires, [firing(name, by)]],
    [calm, []],
  ] as const) {
    age = 0;
    const metrics = metricsOf();
    const before = await metrics.text();
    act?.(metrics);
    const input = inputOf(before, await metrics.text(), goesOn);
    expect(test(name, input, expected)).toBe('');
  }
});
