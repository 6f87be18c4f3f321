import { isRecord, listAt, refOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { loadScenarios, type Scenario } from '../../development/scenarios/load';

const isPlain = ({ alone, expect, request }: Scenario): boolean =>
  !alone &&
  expect.verdict === 'problem' &&
  [request.question, request.error, request.condition].every((asked) => asked === undefined);

/** Scenarios in which a machine fails by itself, without a question. */
export const plainScenarios = (now: number): Scenario[] => loadScenarios(now).filter(isPlain);

/** The scenario again, without the VMs in it that are well, in a project of its own and with uids of its own. */
const copyOf = ({ objects, request, healthy }: Scenario, index: number): KubeObject[] => {
  const isWell = ({ namespace = '', name, kind }: ReturnType<typeof refOf>): boolean =>
    kind.startsWith('VirtualMachine') && healthy.includes(`${namespace}/${name}`);
  const own = objects.filter(
    (object) =>
      (refOf(object).namespace !== undefined || object.kind === 'Namespace') &&
      !isWell(refOf(object)),
  );
  const uids = own.flatMap((object) => refOf(object).uid ?? []);
  const text = uids.reduce(
    (all, uid) => all.replaceAll(uid, `${uid}-${index}`),
    JSON.stringify(own).replaceAll(`"${request.namespace}"`, `"${request.namespace}-${index}"`),
  );
  return listAt({ own: JSON.parse(text) as unknown }, 'own').filter(isRecord);
};

const keyOf = (object: KubeObject): string => {
  const { kind, namespace = '', name } = refOf(object);
  return `${kind}/${namespace}/${name}`;
};

/** At least so many failing machines: the scenarios again and again, each copy in a project of its own. */
export const failingMachines = (count: number, now: number): KubeObject[] => {
  const plain = plainScenarios(now);
  const objects = Array.from({ length: count }, (_, index) => {
    const scenario = plain[index % plain.length];
    return scenario === undefined ? [] : copyOf(scenario, index);
  }).flat();
  // What scenarios have in projects they share is copied with each of them.
  return [...new Map(objects.map((object) => [keyOf(object), object])).values()];
};
