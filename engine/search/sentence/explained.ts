import { fieldNamed } from '../fields';
import type { Question } from './draft';
import type { Part } from './parts';

const MEASURES = { time: ['time'], size: ['number', 'bytes'] } as const;

/** "small ones: 1 cpu": what is small is said after a break. */
export const isExplained = (
  { unless, word }: Question,
  parts: readonly Part[],
  sentence: string,
): boolean => {
  if (unless === undefined || word === undefined) return false;
  const types: readonly string[] = MEASURES[unless];
  const said = parts.find(
    ({ start, draft }) =>
      start > word.end && types.includes(fieldNamed(draft?.field ?? '')?.type ?? ''),
  );
  return said !== undefined && /[,:(]/.test(sentence.slice(word.end, said.start));
};
