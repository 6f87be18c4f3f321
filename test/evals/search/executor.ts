import { isRecord } from '@cnv-ai/engine/kubernetes';
import { bytesOf, type Facts, type Machine, type Value } from './shelf';

/**
 * The corpus' own predicate. Every entry of a record must hold. A key is `all`, `any` (lists of
 * predicates), `not` (a predicate), `sameAs` (`{fact, vm}`) or the name of a fact, compared with one
 * value, any of a list, or a record of comparisons.
 */
export type Where = Readonly<Record<string, unknown>>;
/** Kleene's third value: nobody knows. It is no match, and neither is its negation. */
type Truth = boolean | undefined;
type World = { readonly machines: readonly Machine[]; readonly now: number };

const STEPS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const TIMES = new Set([
  'created',
  'changed',
  'started',
  'snapshot',
  'snapshotUsable',
  'lastSnapshot',
  'backup',
  'lastBackup',
  'backupFailed',
  'migrated',
  'migrationFailed',
]);
const SIZES = new Set(['memory', 'diskSize', 'diskTotal']);

/** An instant of the corpus: RFC 3339, or so long before now (`now-90m`). */
export const instantOf = (text: string, now: number): number => {
  const [, count, unit = ''] = /^now(?:-(\d+)([mhdw]))?$/.exec(text) ?? [];
  const time = text.startsWith('now')
    ? now - Number(count ?? 0) * (STEPS[unit] ?? 0)
    : Date.parse(text);
  if (!Number.isFinite(time)) throw new Error(`"${text}" is no instant: write RFC 3339 or now-1h.`);
  return time;
};

const all = (values: readonly Truth[]): Truth =>
  values.includes(false) ? false : values.includes(undefined) ? undefined : true;
const any = (values: readonly Truth[]): Truth =>
  values.includes(true) ? true : values.includes(undefined) ? undefined : false;
const negate = (value: Truth): Truth => (value === undefined ? undefined : !value);

const octets = (address: string): number =>
  address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
const inBlock = (address: string, block: string): boolean => {
  const [network = '', bits = '32'] = block.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(octets(address) / size) === Math.floor(octets(network) / size);
};

// A number stands for itself, a text for what its fact measures.
const operand = (fact: string, value: unknown, now: number): number => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string')
    throw new Error(`"${fact}" needs a number or a text to compare with.`);
  return TIMES.has(fact) ? instantOf(value, now) : bytesOf(value);
};

const COMPARE: Readonly<Record<string, (found: number, wanted: number) => boolean>> = {
  gt: (found, wanted) => found > wanted,
  gte: (found, wanted) => found >= wanted,
  lt: (found, wanted) => found < wanted,
  lte: (found, wanted) => found <= wanted,
  since: (found, wanted) => found >= wanted,
  before: (found, wanted) => found < wanted,
};
const TEXT: Readonly<Record<string, (found: string, wanted: string) => boolean>> = {
  prefix: (found, wanted) => found.startsWith(wanted),
  suffix: (found, wanted) => found.endsWith(wanted),
  contains: (found, wanted) => found.includes(wanted),
  cidr: inBlock,
};

const compares = (
  fact: string,
  op: string,
  wanted: unknown,
  found: Value,
  now: number,
): boolean => {
  const compare = COMPARE[op];
  if (compare !== undefined) {
    return typeof found === 'number' && compare(found, operand(fact, wanted, now));
  }
  const text = TEXT[op];
  if (text === undefined) throw new Error(`The executor has no comparison "${op}".`);
  return typeof found === 'string' && typeof wanted === 'string' && text(found, wanted);
};

const equals = (fact: string, found: Value, wanted: unknown): boolean =>
  found === (SIZES.has(fact) && typeof wanted === 'string' ? bytesOf(wanted) : wanted);

// Every comparison of one record must hold of the same value: `since` and `before` are a window.
const leaf = (fact: string, wanted: unknown, facts: Facts, now: number): Truth => {
  const found = facts[fact] ?? (/^(label|nsLabel)\./.test(fact) ? [] : undefined);
  if (found === undefined) return undefined;
  if (Array.isArray(wanted)) {
    return any(wanted.map((value: unknown) => leaf(fact, value, facts, now)));
  }
  if (!isRecord(wanted)) return found.some((value) => equals(fact, value, wanted));
  const { exists, ...comparisons } = wanted;
  if (exists !== undefined) return found.length > 0 === exists;
  return found.some((value) =>
    Object.entries(comparisons).every(([op, against]) => compares(fact, op, against, value, now)),
  );
};

const clauses = (value: unknown): Where[] => {
  if (!Array.isArray(value)) throw new Error('"all" and "any" take a list of predicates.');
  return value.filter((entry: unknown) => isRecord(entry));
};

const sameAs = (reference: unknown, machine: Machine, world: World): Truth => {
  if (!isRecord(reference)) throw new Error('"sameAs" takes {fact, vm}.');
  const { fact, vm } = reference;
  const other = world.machines.find(({ key }) => key === vm);
  if (typeof fact !== 'string' || other === undefined) {
    throw new Error('"sameAs" names a fact and an existing VM as namespace/name.');
  }
  if (other === machine) return false;
  const wanted = other.facts[fact];
  return wanted === undefined ? undefined : leaf(fact, wanted, machine.facts, world.now);
};

/** Whether a machine is meant: true, false, or unknown. */
export const evaluate = (where: Where, machine: Machine, world: World): Truth =>
  all(
    Object.entries(where).map(([key, value]) => {
      if (key === 'all') return all(clauses(value).map((part) => evaluate(part, machine, world)));
      if (key === 'any') return any(clauses(value).map((part) => evaluate(part, machine, world)));
      if (key === 'not')
        return negate(isRecord(value) ? evaluate(value, machine, world) : undefined);
      if (key === 'sameAs') return sameAs(value, machine, world);
      return leaf(key, value, machine.facts, world.now);
    }),
  );

export type Top = { readonly by: string; readonly n: number; readonly order: 'asc' | 'desc' };

const measure = (machine: Machine, fact: string): number => {
  const found = machine.facts[fact]?.[0];
  return typeof found === 'number' ? found : Number.NaN;
};

/** The machines with the most (`desc`) or least of something; those of unknown measure last. */
export const ranked = (machines: readonly Machine[], { by, order }: Omit<Top, 'n'>): Machine[] =>
  machines
    .filter((machine) => !Number.isNaN(measure(machine, by)))
    .sort((a, b) => (measure(a, by) - measure(b, by)) * (order === 'asc' ? 1 : -1));

/** The machines a predicate surely means. */
export const select = (where: Where, top: Top | undefined, world: World): Machine[] => {
  const found = world.machines.filter((machine) => evaluate(where, machine, world) === true);
  return top === undefined ? found : ranked(found, top).slice(0, top.n);
};

/** How many of the machines share each value of a fact. */
export const grouped = (machines: readonly Machine[], fact: string): Record<string, number> => {
  const groups: Record<string, number> = {};
  for (const { facts } of machines) {
    for (const value of new Set(facts[fact] ?? [])) {
      groups[String(value)] = (groups[String(value)] ?? 0) + 1;
    }
  }
  return groups;
};

/** The sum of a fact over the machines that have it. */
export const totalOf = (machines: readonly Machine[], fact: string): number =>
  machines
    .map((machine) => measure(machine, fact))
    .filter((value) => !Number.isNaN(value))
    .reduce((sum, value) => sum + value, 0);
