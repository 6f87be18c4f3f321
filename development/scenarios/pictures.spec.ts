import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { parseTime, refOf, uidOf, type ObjectRef } from '@cnv-ai/engine/kubernetes';
import { loadScenarios } from './load';
import { diagnoseIn, diagnosisOf, NOW, worldOf } from './world';

/** Of a VM that does not exist there is nothing to draw. */
const each = loadScenarios(NOW, __dirname)
  .filter((scenario) => scenario.expect.verdict !== 'not_found')
  .map((scenario) => [scenario.id, scenario] as const);

const keyOf = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind}/${namespace ?? ''}/${name}`;

/** What a cause above a note points at, but for events, which are about something else. */
const blamed = ({ rootCauses }: Diagnosis): ObjectRef[] =>
  rootCauses
    .filter(({ severity }) => severity !== 'info')
    .flatMap(({ evidence }) => evidence.map(({ ref }) => ref))
    .filter(({ kind }) => kind !== 'Event');

describe('the graph', () => {
  it.each(each)('%s: every edge joins two nodes, each once', async (_, scenario) => {
    const { graph } = await diagnosisOf(scenario);
    const nodes = graph.nodes.map(({ ref }) => JSON.stringify(ref));
    expect(new Set(graph.nodes.map(({ ref }) => keyOf(ref))).size).toBe(nodes.length);
    for (const { from, to } of graph.edges) {
      expect(nodes).toContain(JSON.stringify(from));
      expect(nodes).toContain(JSON.stringify(to));
    }
    const edges = graph.edges.map((edge) => JSON.stringify(edge));
    expect(new Set(edges).size).toBe(edges.length);
  });

  it.each(each)('%s: all hangs together, the VM first, with labels', async (_, scenario) => {
    const { graph } = await diagnosisOf(scenario);
    const [first, ...others] = graph.nodes;
    expect([first?.ref.kind, first?.ref.name]).toEqual(['VirtualMachine', scenario.request.vmName]);
    const reached = new Set([first === undefined ? '' : keyOf(first.ref)]);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const { from, to } of graph.edges) if (reached.has(keyOf(from))) reached.add(keyOf(to));
    }
    for (const { ref, label } of others) {
      expect(reached).toContain(keyOf(ref));
      expect(label).not.toBe('');
    }
  });

  it.each(each)('%s: what a cause points at is in it, and not well', async (_, scenario) => {
    const diagnosis = await diagnosisOf(scenario);
    const states = new Map(diagnosis.graph.nodes.map(({ ref, state }) => [keyOf(ref), state]));
    for (const ref of blamed(diagnosis)) {
      expect([keyOf(ref), states.get(keyOf(ref))]).not.toEqual([keyOf(ref), 'ok']);
      expect(states.has(keyOf(ref))).toBe(true);
    }
  });

  it.each(each)('%s: what is missing does not exist, all else does', async (_, scenario) => {
    const { graph } = await diagnosisOf(scenario);
    const world = new Set(worldOf(scenario).map((object) => keyOf(refOf(object))));
    for (const { ref, state } of graph.nodes) {
      if (state === 'missing') expect(world).not.toContain(keyOf(ref));
      else if (state !== 'unknown') expect(world).toContain(keyOf(ref));
    }
  });

  it.each(each)('%s: does not depend on the order of lists', async (_, scenario) => {
    const turned = { ...scenario, objects: [...scenario.objects].reverse() };
    const [one, other] = [await diagnosisOf(scenario), await diagnoseIn(turned)];
    expect(other.graph).toEqual(one.graph);
    expect(other.timeline).toEqual(one.timeline);
  });
});

describe('the timeline', () => {
  it.each(each)('%s: oldest first, nothing twice, nothing of the future', async (_, scenario) => {
    const { timeline } = await diagnosisOf(scenario);
    const times = timeline.map(({ time }) => time);
    expect(times).toEqual([...times].sort());
    expect(new Set(timeline.map((one) => JSON.stringify(one))).size).toBe(timeline.length);
    for (const time of times) expect(parseTime(time) ?? Infinity).toBeLessThanOrEqual(NOW);
    expect(timeline.length).toBeGreaterThan(0);
  });

  it.each(each)('%s: tells of no instance or pod of before', async (_, scenario) => {
    const { timeline } = await diagnosisOf(scenario);
    const uids = new Map(worldOf(scenario).map((object) => [keyOf(refOf(object)), uidOf(object)]));
    for (const { object } of timeline)
      if (object.uid !== undefined) expect(object.uid).toBe(uids.get(keyOf(object)));
  });
});
