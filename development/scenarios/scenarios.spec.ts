import { FAILURES, RULES } from '@cnv-ai/engine/diagnosis';
import { at, listAt, nameOf, refOf, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { present } from '@cnv-ai/engine/redaction';
import { loadScenarios } from './load';
import { diagnoseIn, diagnosisOf, NOW, worldOf } from './world';

const scenarios = loadScenarios(NOW, __dirname);

const valueAt = (object: KubeObject, path: string): unknown =>
  at(
    object,
    ...path
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  );

describe('scenarios', () => {
  it('share no object, so that one cluster can hold them all', () => {
    const keys = scenarios
      .filter(({ alone }) => !alone)
      .flatMap(({ objects }) => objects.map(refOf))
      .map(({ kind, namespace = '', name }) => `${kind}/${namespace}/${name}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('have a container for every status of one, as the console expects', () => {
    const namesAt = (pod: KubeObject, ...path: string[]) =>
      listAt(pod, ...path).map((container) => textAt(container, 'name'));
    const strangers = scenarios
      .flatMap(({ objects }) => objects)
      .filter(({ kind }) => kind === 'Pod')
      .filter((pod) =>
        (['containers', 'initContainers'] as const).some((place) => {
          const known = namesAt(pod, 'spec', place);
          const statuses = namesAt(pod, 'status', `${place.slice(0, -1)}Statuses`);
          return !statuses.every((name) => known.includes(name));
        }),
      );
    expect(strangers.map(nameOf)).toEqual([]);
  });

  it.each(RULES.map(({ id }) => id))('try %s at least once', (id) => {
    expect(scenarios.some(({ expect: { rootCauses } }) => rootCauses.includes(id))).toBe(true);
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    '%s: the causes and nothing else',
    async (_, scenario) => {
      const { verdict, rootCauses } = await diagnosisOf(scenario);
      expect({ verdict, rootCauses: rootCauses.map(({ id }) => id) }).toEqual(scenario.expect);
    },
  );

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    '%s: evidence is what stands at its path',
    async (_, scenario) => {
      const world = worldOf(scenario);
      const { rootCauses } = await diagnosisOf(scenario);
      for (const { source, ref, path, value } of rootCauses.flatMap(({ evidence }) => evidence)) {
        const object = world.find(
          (one) =>
            refOf(one).kind === ref.kind &&
            refOf(one).name === ref.name &&
            refOf(one).namespace === ref.namespace,
        );
        if (source === 'absent') expect(object).toBeUndefined();
        if (source === 'object') {
          const found = object === undefined ? undefined : valueAt(object, path);
          expect(found).toBeDefined();
          expect(value).toBe(present(found));
        }
      }
    },
  );

  it.each(
    scenarios.flatMap((scenario) =>
      scenario.looksLike.map((id) => [scenario.id, id, scenario] as const),
    ),
  )('%s looks like %s and is not', async (_, id, scenario) => {
    expect(FAILURES.map((failure) => failure.id)).toContain(id);
    const { rootCauses } = await diagnosisOf(scenario);
    expect(rootCauses.map((cause) => cause.id)).not.toContain(id);
  });

  it.each(
    scenarios.flatMap((scenario) =>
      scenario.healthy.map((name) => [scenario.id, name, scenario] as const),
    ),
  )('%s: %s is well', async (_, key, scenario) => {
    const [namespace = '', vmName = ''] = key.split('/');
    const { verdict, rootCauses } = await diagnoseIn(scenario, { namespace, vmName });
    expect({ verdict, rootCauses }).toEqual({ verdict: 'healthy', rootCauses: [] });
  });
});
