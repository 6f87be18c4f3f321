import { say } from '../../messages';
import { fieldNamed } from '../fields';
import { nearest } from '../../spelling';
import { namesOf, type NamedField } from '../vocabulary';
import { replaced, type Match, type Scene } from './draft';
import type { Item } from './items';

const MOST = 3;

const labelOf = (field: string): string => fieldNamed(field)?.label.id ?? field;

/** Names that look like the word: misspelt, or the word is part of them. */
export const similar = (names: Iterable<string>, word: string): string[] => {
  const all = [...names];
  const close = nearest(word, all, word.length < 4 ? 1 : 2).map((found) => found.word);
  const parts = word.length < 3 ? [] : all.filter((name) => name.includes(word)).sort();
  return [...new Set([...close, ...parts])].slice(0, MOST);
};

/** No such thing: did you mean one that is there? Never a search for part of its name. */
export const unknownName = (scene: Scene, field: NamedField, item: Item, next: number): Match => {
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
