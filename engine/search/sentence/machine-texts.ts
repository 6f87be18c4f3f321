import type { VmRecord } from '../records/record';
import type { Vocabulary } from '../vocabulary';

/** What all machines say of themselves in one place, each text once and in lower case. */
export const machineTexts = (
  read: (record: VmRecord) => string | undefined,
): ((vocabulary: Vocabulary) => readonly string[]) => {
  const gathered = new WeakMap<Vocabulary, readonly string[]>();
  return (vocabulary) => {
    const known = gathered.get(vocabulary);
    if (known !== undefined) return known;
    const texts = [...vocabulary.machines.values()].flat().map((record) => read(record) ?? '');
    const found = [...new Set(texts.map((text) => text.toLowerCase()))].filter(
      (text) => text !== '',
    );
    gathered.set(vocabulary, found);
    return found;
  };
};
