import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { objectReader } from '../../kubernetes';
import { loadScenarios, type Scenario } from '../../../development/scenarios/load';
import { NOW, worldOf } from '../../../development/scenarios/world';
import type { GatheredFacts } from '../facts';
import { gather } from '../gather/gather';
import { runRule } from '../run';
import type { Finding, Rule } from '../rule';
import { topicsOf } from '../topics';
import type { DiagnosisRequest } from '../types';
import { RULES } from './index';

const scenarios = loadScenarios(NOW, `${__dirname}/../../../development/scenarios`);

const gathered = new Map<string, Promise<Partial<GatheredFacts>>>();

/** What is gathered about a VM of a scenario, once for all rules. */
const factsOf = (
  scenario: Scenario,
  request: DiagnosisRequest,
): Promise<Partial<GatheredFacts>> => {
  const key = `${scenario.id} ${request.vmName}`;
  const known =
    gathered.get(key) ??
    gather(objectReader(worldOf(scenario)), request).then(
      (outcome) => outcome.facts ?? { reported: outcome.reported },
    );
  gathered.set(key, known);
  return known;
};

const findingsIn = async (
  rule: Rule,
  scenario: Scenario,
  request = scenario.request,
): Promise<readonly Finding[]> => {
  const context = { now: NOW, request, topics: topicsOf(request) };
  return runRule(rule, await factsOf(scenario, request), context).findings;
};

const well = scenarios.filter(
  ({ expect: { verdict, rootCauses } }) => verdict === 'healthy' && rootCauses.length === 0,
);
const each = RULES.map((rule) => [rule.id, rule] as const);

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).map((path) =>
  basename(path),
);

describe.each(each)('%s', (id, rule) => {
  it('has a file and a spec of its own', () => {
    expect(files).toEqual(expect.arrayContaining([`${id}.ts`, `${id}.spec.ts`]));
  });

  const own = scenarios.filter(({ expect: { rootCauses } }) => rootCauses.includes(id));

  it('finds what it is for, proves it, and tells the same twice', async () => {
    expect(own).not.toEqual([]);
    for (const scenario of own) {
      const findings = await findingsIn(rule, scenario);
      expect([scenario.id, findings.length > 0]).toEqual([scenario.id, true]);
      for (const { evidence } of findings) expect(evidence).not.toEqual([]);
      expect(await findingsIn(rule, scenario)).toEqual(findings);
    }
  });

  it('is silent about machines that are well', async () => {
    const neighbours = own.flatMap((scenario) =>
      scenario.healthy.map((key) => {
        const [namespace = '', vmName = ''] = key.split('/');
        return [scenario, { namespace, vmName }] as const;
      }),
    );
    const all = [...well.map((scenario) => [scenario, scenario.request] as const), ...neighbours];
    for (const [scenario, request] of all) {
      const findings = await findingsIn(rule, scenario, request);
      expect([scenario.id, request.vmName, findings]).toEqual([scenario.id, request.vmName, []]);
    }
  });

  it('is silent when nothing is known', () => {
    const request = { namespace: 'ns', vmName: 'web' };
    const context = { now: NOW, request, topics: topicsOf(request) };
    expect(runRule(rule, {}, context).findings).toEqual([]);
  });
});
