import fc from 'fast-check';
import { RULES, type Diagnosis } from '@cnv-ai/engine/diagnosis';
import { isRecord, type Obstacle } from '@cnv-ai/engine/kubernetes';

import { loadScenarios, type Scenario } from './load';
import { renamed, withOrders, withoutDecisiveEvents, withoutEvents } from './variants';
import { diagnoseIn, diagnosisOf, NOW } from './world';

const scenarios = loadScenarios(NOW, __dirname);
const each = scenarios.map((scenario) => [scenario.id, scenario] as const);

const idsOf = ({ rootCauses }: Diagnosis): string[] => rootCauses.map(({ id }) => id);
const openIn = ({ unchecked }: Diagnosis): string[] =>
  unchecked.flatMap(({ couldHide }) => couldHide);
const absentIn = ({ rootCauses }: Diagnosis): string[] =>
  rootCauses.flatMap(({ evidence }) =>
    evidence.flatMap(({ source, ref }) => (source === 'absent' ? [`${ref.kind} ${ref.name}`] : [])),
  );

/** What a variant of a scenario leads to; its checks and its timeline do not matter here. */
const brieflyIn = (variant: Scenario, obstacle?: Obstacle): Promise<Diagnosis> =>
  diagnoseIn(variant, variant.request, obstacle, { brief: true });

const CONFIDENCES = ['possible', 'likely', 'certain'];

describe('a copy with other names, numbers and launcher-error envelope', () => {
  it.each(each)('%s', async (_, scenario) => {
    const absent = absentIn(await diagnosisOf(scenario)).map((name) => name.split(' ')[1] ?? '');
    const diagnosis = await brieflyIn(renamed(scenario, absent));
    expect({ verdict: diagnosis.verdict, rootCauses: idsOf(diagnosis) }).toEqual(scenario.expect);
  });
});

const confidenceOf = ({ rootCauses }: Diagnosis, id: string): number =>
  CONFIDENCES.indexOf(rootCauses.find((cause) => cause.id === id)?.confidence ?? '');

/** Something of this kind is all that tells of a node to come, for which a pod waits. */
const waitsFor = (kind: string, { rootCauses }: Diagnosis): boolean =>
  rootCauses.some(
    ({ id, evidence }) => id === 'in-progress' && evidence.some(({ ref }) => ref.kind === kind),
  );

const PLACING = RULES.filter(({ stage }) => stage === 'scheduling').map(({ id }) => id);

/** Every cause of before is found with no more confidence, or it is said that it is not ruled out. */
const expectTold = (before: Diagnosis, after: Diagnosis): void => {
  if (waitsFor('Event', before) && after.verdict === 'problem') {
    // Without the word of the autoscaler, all that is known is why the other nodes do not do.
    expect(PLACING).toEqual(expect.arrayContaining(idsOf(after)));
    return;
  }
  if (before.verdict !== 'problem') expect(after.verdict).toBe(before.verdict);
  else expect(['problem', 'unknown', 'in_progress']).toContain(after.verdict);
  for (const id of idsOf(before)) {
    expect([...idsOf(after), ...openIn(after)]).toContain(id);
    expect(confidenceOf(after, id)).toBeLessThanOrEqual(confidenceOf(before, id));
  }
};

describe('when no event is left', () => {
  it.each(each)('%s is still told or left open, and never well', async (_, scenario) => {
    expectTold(await diagnosisOf(scenario), await brieflyIn(withoutEvents(scenario)));
  });
});

describe('when the events that decide are gone and others are left', () => {
  it.each(each)('%s is still told or left open, and never well', async (_, scenario) => {
    const before = await diagnosisOf(scenario);
    expectTold(before, await brieflyIn(withoutDecisiveEvents(scenario, before)));
  });
});

/** The kinds that a diagnosis of the scenario reads, but the VM itself and its project's labels. */
const kindsRead = async (scenario: Scenario): Promise<string[]> => {
  const read = new Set<string>();
  const note: Obstacle = ({ plural }) => {
    read.add(plural);
    return undefined;
  };
  await brieflyIn(scenario, note);
  return [...read].filter((plural) => !['virtualmachines', 'namespaces'].includes(plural)).sort();
};

const forbid =
  (wanted: string): Obstacle =>
  ({ plural }) =>
    plural === wanted ? { reason: 'forbidden', message: 'no' } : undefined;

/** Causes that come up when the one that explains them cannot be seen any more. */
const uncoveredBy = (lost: readonly string[]): string[] => [
  ...RULES.filter(({ wrapper }) => wrapper === true).map(({ id }) => id),
  ...RULES.filter(({ id }) => lost.includes(id)).flatMap(({ explains }) => explains ?? []),
];

/** What tells of a node to come can be hidden, too. */
const TELLS_OF_NODE: Readonly<Record<string, string>> = { nodes: 'Node', events: 'Event' };

/** Something is wrong with the VM itself, or with the operation that was asked about. */
const restsOnMore = ({ rootCauses }: Diagnosis, { request }: Scenario): boolean =>
  rootCauses.some(({ severity }) => severity === 'critical') ||
  [request.condition, request.error, request.question].some((asked) => asked !== undefined);

/** What is wrong with a diagnosis to which one kind was forbidden, in words. */
const faultsWithout = (
  scenario: Scenario,
  kind: string,
  before: Diagnosis,
  after: Diagnosis,
): string[] => {
  const [had, has] = [idsOf(before), idsOf(after)];
  const lost = had.filter((id) => !has.includes(id));
  const isHidden = waitsFor(TELLS_OF_NODE[kind] ?? '', before);
  const allowed = [...had, ...uncoveredBy(lost), ...(isHidden ? PLACING : [])];
  return [
    ...(after.verdict === 'healthy' && before.verdict !== 'healthy' && restsOnMore(before, scenario)
      ? ['is called healthy']
      : []),
    ...(after.unchecked.some(({ resource, reason }) => resource === kind && reason === 'forbidden')
      ? []
      : ['is not among the unchecked']),
    ...lost.filter((id) => !openIn(after).includes(id)).map((id) => `loses ${id} silently`),
    ...has.filter((id) => !allowed.includes(id)).map((id) => `invents ${id}`),
    ...absentIn(after)
      .filter((name) => !absentIn(before).includes(name))
      .map((name) => `calls ${name} missing`),
  ].map((fault) => `without ${kind}: ${fault}`);
};

/** That a VM does not exist rests on no other read. */
const existing = each.filter(
  ([
    ,
    {
      expect: { verdict },
    },
  ]) => verdict !== 'not_found',
);

describe('when one kind may not be read', () => {
  it.each(existing)('%s: it is said, and nothing is made up', async (_, scenario) => {
    const before = await diagnosisOf(scenario);
    const faults = [];
    for (const kind of await kindsRead(scenario)) {
      const after = await brieflyIn(scenario, forbid(kind));
      faults.push(...faultsWithout(scenario, kind, before, after));
    }
    expect(faults).toEqual([]);
  });
});

/** Everything but the text of the evidence, which may be a whole list with the order in it. */
const findingsOf = ({ verdict, summary, rootCauses }: Diagnosis): unknown => [
  verdict,
  summary,
  rootCauses.map(({ evidence, ...cause }) => ({
    ...cause,
    evidence: evidence.map(({ source, ref, path }) => ({ source, ref, path })),
  })),
];

describe('orders in what users and guests wrote', () => {
  it.each(each)('%s: change no finding', async (_, scenario) => {
    const [before, after] = [await diagnosisOf(scenario), await brieflyIn(withOrders(scenario))];
    expect(findingsOf(after)).toEqual(findingsOf(before));
  });
});

const HUGE = 'x'.repeat(200_000);
const junk = fc.constantFrom<unknown>(
  null,
  '',
  HUGE,
  -1,
  1e308,
  [],
  {},
  true,
  [null],
  '\u202e\u0000',
);

/** Replaces what stands at a random place, or leaves it out. */
const damage = (value: unknown, steps: readonly number[], instead: unknown): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined) return instead;
  if (Array.isArray(value) && value.length > 0) {
    const list: unknown[] = value;
    const index = step % list.length;
    return list.map((entry, at) => (at === index ? damage(entry, rest, instead) : entry));
  }
  const keys = isRecord(value) ? Object.keys(value) : [];
  const key = keys[step % keys.length];
  if (!isRecord(value) || key === undefined) return instead;
  const { [key]: entry, ...others } = value;
  const damaged = damage(entry, rest, instead);
  return damaged === undefined ? others : { ...others, [key]: damaged };
};

describe('whatever the objects hold', () => {
  it('no throw, and the same bytes for the same input', async () => {
    const place = fc.array(fc.nat(40), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...scenarios),
        fc.array(fc.tuple(fc.nat(), place, fc.option(junk, { nil: undefined })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (scenario, damages) => {
          const objects = [...scenario.objects];
          for (const [pick, steps, instead] of damages) {
            const index = pick % objects.length;
            const damaged = damage(objects[index], steps, instead);
            objects[index] = isRecord(damaged) ? damaged : {};
          }
          const broken = { ...scenario, objects };
          const [first, second] = [await diagnoseIn(broken), await diagnoseIn(broken)];
          expect(JSON.stringify(first)).toBe(JSON.stringify(second));
        },
      ),
      { numRuns: 400 },
    );
  }, 120_000);
});
