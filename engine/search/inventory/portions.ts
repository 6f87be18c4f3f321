import type { VmRecord } from '../records/record';
import { joinVocabularies, vocabularyOf, type Vocabulary } from '../vocabulary';

/** About how many machines are in a portion. */
const SIZE = 128;

type Portion = { readonly records: readonly VmRecord[]; readonly vocabulary: Vocabulary };

/** A portion ends where the name says so, so that a machine that comes or goes moves no other. */
const endsPortion = ({ name }: VmRecord): boolean => {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = (hash * 31 + name.charCodeAt(at)) >>> 0;
  return hash % SIZE === 0;
};

const portionsOf = (records: readonly VmRecord[]): VmRecord[][] => {
  const portions: VmRecord[][] = [];
  let open: VmRecord[] = [];
  for (const record of records) {
    open.push(record);
    if (!endsPortion(record)) continue;
    portions.push(open);
    open = [];
  }
  return open.length === 0 ? portions : [...portions, open];
};

const isSame = (a: readonly VmRecord[], b: readonly VmRecord[]): boolean =>
  a.length === b.length && a.every((record, index) => record === b[index]);

/**
 * The words of the machines of one namespace, in portions: when a machine changes, only those of
 * its portion are gathered again.
 */
export const createPortions = (): ((records: readonly VmRecord[]) => Vocabulary) => {
  let known: ReadonlyMap<VmRecord['name'], Portion> = new Map();
  return (records) => {
    const portions = portionsOf(records).map((portion): readonly [string, Portion] => {
      const name = portion[0]?.name ?? '';
      const before = known.get(name);
      return before !== undefined && isSame(before.records, portion)
        ? [name, before]
        : [name, { records: portion, vocabulary: vocabularyOf(portion) }];
    });
    known = new Map(portions);
    return joinVocabularies(portions.map(([, { vocabulary }]) => vocabulary));
  };
};
