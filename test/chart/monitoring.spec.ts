import { listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { createMetrics } from '../../cnv-diagnostic/observability/metrics';
import { jsonOf, yamlOf } from './chart';

const alerts = listAt({ rules: yamlOf('files/alerts.yaml') }, 'rules');
const panels = listAt(jsonOf('files/dashboard.json'), 'rows').flatMap((row) =>
  listAt(row, 'panels'),
);
const questions = panels.flatMap((panel) =>
  listAt(panel, 'targets').map((target) => textAt(target, 'expr') ?? ''),
);
const conditions = alerts.map((alert) => textAt(alert, 'expr') ?? '');

/** Names and labels of every metric there can be. */
const known = (): Map<string, ReadonlySet<string>> => {
  const metrics = createMetrics([]);
  metrics.watchCache(() => []);
  metrics.sharedLimits(true);
  return new Map(metrics.described().map(({ name, labels }) => [name, new Set(labels)]));
};

/** Labels Prometheus adds to all of them. */
const ADDED = ['pod', 'job', 'le'];

const metricsIn = (text: string): string[] =>
  [...text.matchAll(/\bcnv_diagnostic_[a-z_]+/g)].map(([name]) => name.replace(/_bucket$/, ''));

const labelsIn = (text: string): string[] => [
  ...[...text.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/)),
  ...[...text.matchAll(/\{([a-z_]+)=/g)].flatMap(([, label = '']) => label),
];

describe('the alerts and the dashboard', () => {
  it('ask for metrics and labels that exist', () => {
    const all = known();
    expect(questions.length).toBeGreaterThan(10);
    const wrong = [...conditions, ...questions].flatMap((text) => {
      const names = metricsIn(text);
      const unknown = names.filter((name) => !all.has(name));
      const labels = new Set([...names.flatMap((name) => [...(all.get(name) ?? [])]), ...ADDED]);
      return [...unknown, ...labelsIn(text).filter((label) => !labels.has(label))].map(
        (what) => `${what} in ${text}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it('show every metric of this product somewhere', () => {
    const shown = new Set([...conditions, ...questions].flatMap(metricsIn));
    const hidden = [...known().keys()].filter((name) => !shown.has(name));
    expect(hidden).toEqual(['cnv_diagnostic_cache_lists']);
  });

  it.each(alerts.map((alert) => [textAt(alert, 'alert') ?? '', alert] as const))(
    '%s says how bad it is, what it is and what to look at',
    (name, alert) => {
      expect(name).toMatch(/^CnvDiagnostic[A-Z]/);
      expect(['info', 'warning', 'critical']).toContain(textAt(alert, 'labels', 'severity'));
      for (const part of ['summary', 'description']) {
        expect(textAt(alert, 'annotations', part)).toMatch(/^[A-Z].*\.$/);
      }
      const expression = textAt(alert, 'expr') ?? '';
      const [open, closed] = ['(', ')'].map((sign) => expression.split(sign).length);
      expect(open).toBe(closed);
    },
  );
});
