import type { Vocabulary } from '../vocabulary';
import type { Parse, ReadWhole } from './further';
import type { Reading } from './parse';
import { listed, rewritten, slashesIn } from './rewritten';
import { readTold } from './told';

/** "paused/stopped": one or the other, where both are of the same kind. */
const readSlashed = (sentence: string, readWhole: ReadWhole): Reading | undefined => {
  const slashes = slashesIn(sentence);
  if (slashes.length === 0) return undefined;
  const { reading, clear } = readWhole(listed(sentence));
  const joined = slashes.every((at) =>
    reading.parts.flat().some(({ start, end }) => start < at && at < end),
  );
  return clear && joined ? reading : undefined;
};

/** A sentence of many words, or with something pasted into it. */
export const readLong = (
  given: string,
  vocabulary: Vocabulary,
  readWhole: ReadWhole,
  parse: Parse,
): Reading => {
  const sentence = rewritten(given, vocabulary);
  const whole = readWhole(sentence);
  const slashed = whole.clear ? undefined : readSlashed(sentence, readWhole);
  return slashed ?? readTold({ ...whole.scene, parse }, whole.reading, whole.clear);
};
