import { say } from '../../messages';
import { fieldNamed } from '../fields';
import { meantName, similar, type Names } from '../names';
import { namesOf, type NamedField, type Vocabulary } from '../vocabulary';
import { literalOf, misspeltDraft, replaced, type Match, type Scene } from './draft';
import type { Item } from './items';

const MOST = 3;

const labelOf = (field: string): string => fieldNamed(field)?.label.id ?? field;

/** A name of a few, misspelt; of projects and machines there are too many that look alike. */
const misspelt = (names: Names, field: string, item: Item, next: number): Match | undefined => {
  const meant = item.readAs === undefined ? meantName(names, item.text) : undefined;
  return meant === undefined
    ? undefined
    : { next, drafts: [misspeltDraft(item, meant, field, meant)] };
};

/** No such thing: did you mean one that is there? Never a search for part of its name. */
export const unknownName = (scene: Scene, field: NamedField, item: Item, next: number): Match => {
  const read =
    field === 'node' ? misspelt(namesOf(scene.vocabulary, field), field, item, next) : undefined;
  if (read !== undefined) return read;
  const found = similar(namesOf(scene.vocabulary, field), item.text);
  const params = { field: labelOf(field), name: item.raw, names: found.join(', ') };
  const message =
    found.length > 0
      ? say('There is no {{field}} “{{name}}”. Did you mean {{names}}?', params)
      : say('There is no {{field}} “{{name}}” that you can see. Check its name.', params);
  const suggestions = found.map((name) => replaced(scene, item.start, item.end, name));
  const word = { start: item.start, end: item.end };
  return { next, question: { outcome: 'ambiguous', message, suggestions, word } };
};

/** The names a field consists of, where they are known. */
export const knownNames = (
  { values, nodes }: Vocabulary,
  field: string,
): ReadonlySet<string> | undefined =>
  fieldNamed(field)?.namesNodes === true ? nodes : values.get(field);

/** None of the names a field consists of: did you mean one that is there? */
export const unknownValue = (scene: Scene, field: string, item: Item, next: number): Match => {
  const names: Names = knownNames(scene.vocabulary, field) ?? new Set();
  const read = misspelt(names, field, item, next);
  if (read !== undefined) return read;
  const text = literalOf(item);
  const parts = [...names.keys()].filter((name) => name.toLowerCase().includes(text)).sort();
  const close = parts.length > 0 ? parts.slice(0, MOST) : similar(names, text);
  const found = close.length > 0 ? close : [...names.keys()].sort().slice(0, MOST);
  const params = { field: labelOf(field), name: item.raw, names: found.join(', ') };
  const message =
    found.length > 0
      ? say(
          'No virtual machine you can see has the {{field}} “{{name}}”. There is: {{names}}.',
          params,
        )
      : say('No virtual machine you can see has the {{field}} “{{name}}”.', params);
  const suggestions = found.map((name) => replaced(scene, item.start, item.end, name));
  return { next, question: { outcome: 'ambiguous', message, suggestions, word: item } };
};

/** The word is the name of more than one kind of thing. */
export const severalKinds = (
  scene: Scene,
  fields: readonly string[],
  item: Item,
  next: number,
): Match => {
  const message = say('“{{name}}” can be: {{fields}}. Which one is meant?', {
    name: item.raw,
    fields: fields.map(labelOf).join(', '),
  });
  const suggestions = fields.map((field) =>
    replaced(scene, item.start, item.end, `${field} ${item.text}`),
  );
  return { next, question: { outcome: 'ambiguous', message, suggestions, word: item } };
};

export const badValue = (field: string, item: Item, next: number): Match => {
  const known = fieldNamed(field);
  const allowed = (known?.values ?? []).slice(0, 20).join(', ');
  const message = say('{{field}} cannot be “{{value}}”. Allowed: {{allowed}}.', {
    field: labelOf(field),
    value: item.raw.slice(0, 60),
    allowed: allowed === '' ? (known?.operators.is?.expects ?? '') : allowed,
  });
  return { next, question: { outcome: 'not_understood', message, suggestions: [], word: item } };
};

/** No machine has this version of the system: which there are. */
export const unknownVersion = (
  scene: Scene,
  word: { start: number; end: number },
  next: number,
  { family, os }: { family: string; os: string },
): Match => {
  const names = [...(scene.vocabulary.values.get('os') ?? [])]
    .filter((name) => name.startsWith(family))
    .sort()
    .slice(0, MOST);
  const message =
    names.length > 0
      ? say('No virtual machine you can see has {{os}}. There is: {{names}}.', {
          os,
          names: names.join(', '),
        })
      : say('No virtual machine you can see has {{os}}.', { os });
  const suggestions = names.map((name) => replaced(scene, word.start, word.end, name));
  return { next, question: { outcome: 'ambiguous', message, suggestions, word } };
};
