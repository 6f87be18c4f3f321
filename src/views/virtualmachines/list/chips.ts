import type { Chip, Predicate } from '@cnv-ai/engine/search';

/** Chips that belong together: alternatives of one group, or one chip alone. */
export const groupChips = (chips: readonly Chip[]): readonly (readonly [Chip, ...Chip[]])[] => {
  const groups = new Map<string, [Chip, ...Chip[]]>();
  for (const chip of chips) {
    const key = chip.group === undefined ? `chip ${chip.id}` : `group ${chip.group}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [chip]);
    else group.push(chip);
  }
  return [...groups.values()];
};

/** What the chips say together: every group, and of a group any. */
export const whereOf = (chips: readonly Chip[]): Predicate => ({
  all: groupChips(chips).map(([first, ...others]) =>
    others.length === 0 ? first.where : { any: [first, ...others].map((chip) => chip.where) },
  ),
});

/** The filter without one chip; `undefined` when no constraint is left. */
export const withoutChip = (chips: readonly Chip[], id: string): Predicate | undefined => {
  const left = chips.filter((chip) => chip.id !== id);
  return left.length === 0 ? undefined : whereOf(left);
};

type Leaf = Extract<Predicate, { field: string }>;

const leafOf = (where: Predicate): Leaf | undefined => {
  if ('not' in where) return leafOf(where.not);
  return 'field' in where ? where : undefined;
};

const withLeafValue = (where: Predicate, value: unknown): Predicate => {
  if ('not' in where) return { not: withLeafValue(where.not, value) };
  return 'field' in where ? { ...where, value } : where;
};

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The text to edit a chip by, or `undefined` when its value is not a text, number or list of texts.
 * A number is edited as it is shown ("8 GiB"): the query language reads it with its unit.
 */
export const editableText = (chip: Chip): string | undefined => {
  const value = leafOf(chip.where)?.value;
  if (isText(value)) return value;
  if (typeof value === 'number') return chip.value;
  return Array.isArray(value) && value.every(isText) ? value.join(', ') : undefined;
};

const parsed = (before: unknown, text: string): unknown => {
  if (text === '') return undefined;
  const number = Number(text);
  if (typeof before === 'number' && Number.isFinite(number)) return number;
  if (!Array.isArray(before)) return text;
  const values = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return values.length === 0 ? undefined : values;
};

/** The filter with another value for one chip; `undefined` when the text holds none. */
export const withChipText = (
  chips: readonly Chip[],
  id: string,
  text: string,
): Predicate | undefined => {
  const chip = chips.find((candidate) => candidate.id === id);
  const value = chip && parsed(leafOf(chip.where)?.value, text.trim());
  if (value === undefined) return undefined;
  return whereOf(
    chips.map((candidate) =>
      candidate.id === id
        ? { ...candidate, where: withLeafValue(candidate.where, value) }
        : candidate,
    ),
  );
};

const isProject = (where: Predicate, namespace: string): boolean => {
  if (!('field' in where) || where.field !== 'namespace') return false;
  if (where.op !== 'in' && where.op !== 'is') return false;
  const values: unknown[] = Array.isArray(where.value) ? where.value : [where.value];
  return values.length === 1 && values[0] === namespace;
};

/**
 * The filter without what the chosen project says already: every search inside a project is limited
 * to it, and that limit comes back as a chip. `undefined` when nothing else is asked.
 */
export const withoutProject = (where: Predicate, namespace: string): Predicate | undefined => {
  if (isProject(where, namespace)) return undefined;
  if (!('all' in where)) return where;
  const left = where.all
    .map((part) => withoutProject(part, namespace))
    .filter((part) => part !== undefined);
  return left.length === 0 ? undefined : { all: left };
};
