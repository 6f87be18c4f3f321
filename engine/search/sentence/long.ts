import type { Vocabulary } from '../vocabulary';
import type { Parse, ReadWhole, Whole } from './further';
import type { Reading } from './parse';
import { listed, rewritten, slashesIn } from './rewritten';
import { readApart } from './told';

/** "paused/stopped": one or the other, where both are of the same kind. */
const readSlashed = (sentence: string, readWhole: ReadWhole): Whole | undefined => {
  const slashes = slashesIn(sentence);
  if (slashes.length === 0) return undefined;
  const whole = readWhole(listed(sentence));
  const joined = slashes.every((at) =>
    whole.reading.parts.flat().some(({ start, end }) => start < at && at < end),
  );
  return whole.question === undefined && joined ? whole : undefined;
};

/** A sentence of many words, or with something pasted into it. */
export const readLong = (
  given: string,
  vocabulary: Vocabulary,
  readWhole: ReadWhole,
  parse: Parse,
): Whole | Reading => {
  const sentence = rewritten(given, vocabulary);
  const whole = readWhole(sentence);
  const clear = whole.question === undefined;
  const slashed = clear ? undefined : readSlashed(sentence, readWhole);
  return slashed ?? readApart({ ...whole.scene, parse }, clear) ?? whole;
};
