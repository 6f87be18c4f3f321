import { isNamed, kindsOf, namesOf, type NamedField } from '../vocabulary';
import { draftOf, type Match, type Rule, type Scene } from './draft';
import { has, type Item } from './items';

type Numbered = { stem: string; number: number };

const numbered = (name: string): Numbered | undefined => {
  const [, stem, digits] = /^(.*?)(\d{1,6})$/.exec(name) ?? [];
  return stem === undefined || digits === undefined ? undefined : { stem, number: Number(digits) };
};

/** The one kind of thing that a word is the name of. */
const kindOf = ({ vocabulary }: Scene, item: Item | undefined): NamedField | undefined => {
  const [only, ...others] = item?.senses.length === 0 ? kindsOf(vocabulary, item.text) : [];
  return others.length === 0 ? only : undefined;
};

const isJust = ({ previous }: Scene, field: NamedField, before: Item | undefined): boolean =>
  previous?.field === field &&
  (previous.op === 'is' || previous.op === 'in') &&
  previous.end === before?.end;

/** Names from one to another that exist: "box-10 to box-15". */
const between = (scene: Scene, field: NamedField, from: string, to: string): string[] => {
  const [first, last] = [numbered(from), numbered(to)];
  if (first === undefined || last?.stem !== first.stem) return [];
  return [...namesOf(scene.vocabulary, field).keys()]
    .filter((name) => {
      const { stem, number = -1 } = numbered(name) ?? {};
      return stem === first.stem && number >= first.number && number <= last.number;
    })
    .sort();
};

const further = (scene: Scene, at: number, next: number, field: string, value: string[]): Match => {
  const [only] = value;
  const parts = value.length === 1 ? { op: 'is', value: only } : { op: 'in', value };
  return { next, drafts: [draftOf(scene, at, next, { field, ...parts, bare: true })] };
};

/** "web-01 to web-05", and "web-01 web-02": a machine has one name, so any of them is meant. */
export const nameRangeRule: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const through = has(items[at], 'to');
  const item = items[through ? at + 1 : at];
  const field = kindOf(scene, item);
  const before = items[at - 1];
  if (item === undefined || field === undefined || !isJust(scene, field, before)) return undefined;
  if (!through)
    return scene.link === 'none' ? further(scene, at, at + 1, field, [item.text]) : undefined;
  const from = before?.text ?? '';
  if (!isNamed(vocabulary, field, from) || has(items[at], 'and')) return undefined;
  const names = between(scene, field, from, item.text).filter((name) => name !== from);
  return names.length === 0 ? undefined : further(scene, at, at + 2, field, names);
};
