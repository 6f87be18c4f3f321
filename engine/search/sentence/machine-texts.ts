import { remembered } from '../../remembered';
import type { VmRecord } from '../records/record';
import type { Vocabulary } from '../vocabulary';

/** What all machines say of themselves in one place, each text once and in lower case. */
export const machineTexts = (
  read: (record: VmRecord) => string | undefined,
): ((machines: Vocabulary['machines']) => readonly string[]) =>
  remembered((machines) => {
    const texts = [...machines.values()].flat().map((record) => read(record) ?? '');
    return [...new Set(texts.map((text) => text.toLowerCase()))].filter((text) => text !== '');
  });
