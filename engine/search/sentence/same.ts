import { english, say } from '../../messages';
import { fieldNamed } from '../fields';
import type { VmRecord } from '../records/record';
import { draftOf, replaced, type Draft, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { keysNamed } from './label-pairs';
import { keyOf, machinesNamed, oneMachine, referenceAt, type Reference } from './same-references';
import { isSymbol, skipFillers } from './skip';

/** What two machines can have in common: a field, or a label by its key. */
type Trait = { field: string; label?: string; version?: boolean };
type Traits = { traits: readonly Trait[]; next: number };

const SIZE: readonly Trait[] = [{ field: 'vcpu' }, { field: 'memory' }];

/** A time or a name is nobody else's. */
const isShared = (name: string): boolean =>
  !['name', 'machine', 'label'].includes(name) && fieldNamed(name)?.type !== 'time';

const skipArticles = (items: Scene['items'], from: number): number => {
  let at = from;
  while (has(items[at], 'filler')) at += 1;
  return at;
};

/** What one word names: "node", "size", the key of a label. */
const traitsAt = ({ items, vocabulary }: Scene, at: number): Traits | undefined => {
  const item = items[at];
  if (has(item, 'size')) return { traits: SIZE, next: at + 1 };
  const field = item?.senses.flatMap((sense) =>
    sense.is === 'field' && isShared(sense.field) ? [sense.field] : [],
  )[0];
  if (field === 'os' && items[at + 1]?.text === 'version')
    return { traits: [{ field, version: true }], next: at + 2 };
  if (field !== undefined) return { traits: [{ field }], next: at + 1 };
  const labels = keysNamed(vocabulary, item?.text);
  const traits = labels.map((label) => ({ field: 'label', label }));
  return traits.length === 0 ? undefined : { traits, next: at + 1 };
};

/** "node and storage class", "OS, size": all of them. */
const traitList = (scene: Scene, from: number): Traits | undefined => {
  let found = traitsAt(scene, skipArticles(scene.items, from));
  while (found !== undefined) {
    const { traits, next } = found;
    if (!has(scene.items[next], 'and') && !isSymbol(scene.items[next], ',')) return found;
    const start = skipFillers(scene.items, next + 1);
    const again = has(scene.items[start], 'same') ? skipFillers(scene.items, start + 1) : start;
    const more = traitsAt(scene, again);
    if (more === undefined) return found;
    found = { traits: [...traits, ...more.traits], next: more.next };
  }
  return undefined;
};

const nameOf = ({ field, label }: Trait): string =>
  label ?? english(fieldNamed(field)?.label ?? say('{{field}}', { field }));

const valuesOf = (machine: VmRecord, { field, label, version }: Trait): readonly unknown[] => {
  if (label !== undefined)
    return Object.hasOwn(machine.labels, label) ? [`${label}=${machine.labels[label]}`] : [];
  if (version === true) return [fieldNamed(field)?.sortKey?.(machine) ?? []].flat();
  return fieldNamed(field)?.each(machine) ?? [];
};

/** Nothing to compare with: it has none, or the kinds that tell were not read (yet). */
const nothingKnown = (machine: VmRecord, trait: Trait, { item, next }: Reference): Match => ({
  next,
  question: {
    outcome: 'ambiguous',
    message: say('{{machine}} has no {{field}} that is known, so nothing can be the same.', {
      machine: keyOf(machine),
      field: nameOf(trait),
    }),
    suggestions: [],
    word: item,
    needs: fieldNamed(trait.field)?.needs,
  },
});

/** Everything like the machine in these traits, but not the machine itself. */
const compared = (scene: Scene, at: number, traits: readonly Trait[], to: Reference): Match => {
  const machine = oneMachine(scene, to);
  if ('next' in machine) return machine;
  const detail = say('As {{machine}}', { machine: keyOf(machine) });
  const drafts: Draft[] = [];
  for (const trait of traits) {
    const [first, ...more] = valuesOf(machine, trait);
    if (first === undefined) return nothingKnown(machine, trait, to);
    const value = more.length === 0 ? first : [first, ...more];
    const op = more.length === 0 ? 'is' : 'in';
    drafts.push(draftOf(scene, at, to.next, { field: trait.field, op, value, detail }));
  }
  // What is not on its node is not the machine itself anyway.
  if (scene.negated) return { next: to.next, drafts };
  const itself = { field: 'machine', op: 'is', value: keyOf(machine), negated: true };
  return { next: to.next, drafts: [...drafts, draftOf(scene, at, to.next, itself)] };
};

const EXAMPLES = ['on the same node as', 'with the same OS as', 'with the same size as'];

/** "like web-01" does not say in what. */
const likeWhat = (scene: Scene, at: number, { item, next }: Reference): Match => {
  const message = say(
    'Like “{{name}}” in what? Say for example “with the same instance type as {{name}}”.',
    { name: item.raw },
  );
  const start = scene.items[at]?.start ?? item.start;
  const suggestions = EXAMPLES.map((words) =>
    replaced(scene, start, item.end, `${words} ${item.raw}`),
  );
  return { next, question: { outcome: 'ambiguous', message, suggestions, word: item } };
};

/** "the same node as web-01", "sharing a storage class with web-01". */
const sameAs = (scene: Scene, at: number, start: number): Match | undefined => {
  if (!has(scene.items[start], 'same')) return undefined;
  const list = traitList(scene, start + 1);
  const to = referenceAt(scene, list?.next ?? start + 1);
  // "mongo-01 と同じノード": the machine is named before what is the same.
  const late = list === undefined && to ? traitList(scene, to.next) : undefined;
  if (to !== undefined && late !== undefined && to.machines.length > 0)
    return compared(scene, at, late.traits, { ...to, next: late.next });
  if (list !== undefined) return to && compared(scene, at, list.traits, to);
  return to !== undefined && to.machines.length > 0 ? likeWhat(scene, start, to) : undefined;
};

/** "next to web-01": on its node. */
const beside = (scene: Scene, at: number, start: number): Match | undefined => {
  const to = has(scene.items[start], 'beside') ? referenceAt(scene, start + 1) : undefined;
  return to && compared(scene, at, [{ field: 'node' }], to);
};

/** "like web-01", "similar to web-01". */
const like = (scene: Scene, _at: number, start: number): Match | undefined => {
  if (senseOf(scene.items[start], 'match')?.op !== 'contains') return undefined;
  const named = machinesNamed(scene, scene.items[start + 1]).length > 0;
  const to = named ? referenceAt(scene, start + 1) : undefined;
  const literal = ['like', 'similar to', 'resembling'].includes(scene.items[start]?.text ?? '');
  return to && literal ? likeWhat(scene, start, to) : undefined;
};

/** "web-01's node". */
const possessive = (scene: Scene, at: number, start: number): Match | undefined => {
  const item = scene.items[start];
  if (item === undefined || !/['’]s$/.test(item.raw)) return undefined;
  const machines = machinesNamed(scene, item);
  const list = machines.length === 0 ? undefined : traitList(scene, start + 1);
  return list && compared(scene, at, list.traits, { machines, item, next: list.next });
};

const ENDS = ['filler', 'place', 'as'] as const;

/** "(on) the node of web-01", "(on) the node where web-01 runs". */
const placeOf = (scene: Scene, at: number, start: number): Match | undefined => {
  const { items } = scene;
  const list = start > at ? traitList(scene, start) : undefined;
  if (list === undefined) return undefined;
  const joint = items[list.next];
  const to = referenceAt(scene, list.next);
  if (to === undefined || to.machines.length === 0 || to.next === list.next + 1) return undefined;
  let next = to.next;
  const told = has(joint, 'relative') || joint?.text === 'where';
  while (has(items[next], ...ENDS) || (told && isRunning(items[next]))) next += 1;
  return compared(scene, at, list.traits, { ...to, next });
};

/** "where web-01 runs": on its node. */
const where = (scene: Scene, at: number): Match | undefined => {
  const { items } = scene;
  const to = items[at]?.text === 'where' ? referenceAt(scene, at + 1) : undefined;
  const verb = to && skipFillers(items, to.next);
  const runs =
    to !== undefined &&
    (has(items[to.next], 'filler') || (verb !== undefined && isRunning(items[verb])));
  if (!runs || to.machines.length === 0 || at === 0) return undefined;
  const end = verb !== undefined && isRunning(items[verb]) ? verb + 1 : (verb ?? to.next);
  return compared(scene, at, [{ field: 'node' }], { ...to, next: end });
};

const LIVES: ReadonlySet<string> = new Set(['lives', 'sits', 'resides']);

const isRunning = (item: Item | undefined): boolean =>
  senseOf(item, 'value')?.anchor === 'started' || LIVES.has(item?.text ?? '');

/** What is the same as of another machine. */
export const sameRule: Rule = (scene, at) => {
  const place = has(scene.items[at], 'place', 'within');
  const start = place ? skipFillers(scene.items, at + 1) : at;
  return (
    sameAs(scene, at, start) ??
    beside(scene, at, start) ??
    like(scene, at, start) ??
    possessive(scene, at, start) ??
    placeOf(scene, at, start) ??
    where(scene, at)
  );
};
