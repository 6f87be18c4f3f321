import { say } from '../../messages';
import type { VmRecord } from '../records/record';
import { replaced, type Match, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { unknownName } from './questions';
import { isSymbol, skipFillers } from './skip';

/** A word that names a machine, and the machines of that name. */
export type Reference = { machines: readonly VmRecord[]; item: Item; next: number };

export const keyOf = ({ namespace, name }: VmRecord): string => `${namespace}/${name}`;

/** The machines a word is the name of: "web-01", "prod-web/web-01". */
export const machinesNamed = (
  { vocabulary }: Pick<Scene, 'vocabulary'>,
  item: Item | undefined,
): readonly VmRecord[] => {
  const text = item?.kind === 'symbol' ? '' : (item?.text ?? '');
  const slash = text.indexOf('/');
  const found = vocabulary.machines.get(text.slice(slash + 1)) ?? [];
  const namespace = slash < 0 ? undefined : text.slice(0, slash);
  return namespace === undefined ? found : found.filter((vm) => vm.namespace === namespace);
};

/** "web-01 in prod-web": the project belongs to a name that is there more than once. */
const inProject = ({ items }: Scene, reference: Reference): Reference => {
  const { machines, next } = reference;
  if (machines.length < 2 || !has(items[next], 'place')) return reference;
  let at = skipFillers(items, next + 1);
  if (senseOf(items[at], 'field')?.field === 'namespace') at = skipFillers(items, at + 1);
  const there = machines.filter(({ namespace }) => namespace === items[at]?.text);
  return there.length === 0 ? reference : { ...reference, machines: there, next: at + 1 };
};

const BETWEEN = ['as', 'relative', 'noun', 'beside'] as const;

/** The machine after "as", "with", "of", with a noun before its name or without. */
export const referenceAt = (scene: Scene, from: number): Reference | undefined => {
  const { items } = scene;
  let at = skipFillers(items, from);
  while (has(items[at], ...BETWEEN) && machinesNamed(scene, items[at]).length === 0)
    at = skipFillers(items, at + 1);
  const item = items[at];
  if (item === undefined || item.kind === 'symbol') return undefined;
  return inProject(scene, { machines: machinesNamed(scene, item), item, next: at + 1 });
};

const SEVERAL = 4;

const severalMachines = (scene: Scene, { machines, item, next }: Reference): Match => {
  const keys = machines.map(keyOf).slice(0, SEVERAL);
  const message = say('There are several “{{name}}”: {{machines}}. Which one is meant?', {
    name: item.raw,
    machines: keys.join(', '),
  });
  const suggestions = keys.map((key) => replaced(scene, item.start, item.end, key));
  return { next, question: { outcome: 'ambiguous', message, suggestions, word: item } };
};

const oneAtATime = ({ item, next }: Reference): Match => ({
  next,
  question: {
    outcome: 'ambiguous',
    message: say('Compare with one machine at a time, such as “{{name}}”.', { name: item.raw }),
    suggestions: [],
    word: item,
  },
});

/** The one machine meant, or the question to ask. */
export const oneMachine = (scene: Scene, reference: Reference): VmRecord | Match => {
  const { machines, item, next } = reference;
  const [machine, ...others] = machines;
  if (machine === undefined) return unknownName(scene, 'name', item, next);
  if (others.length > 0) return severalMachines(scene, reference);
  const joint = scene.items[next];
  const more = has(joint, 'or', 'and') || isSymbol(joint, ',');
  return more && machinesNamed(scene, scene.items[next + 1]).length > 0
    ? oneAtATime(reference)
    : machine;
};
