import { fieldNamed } from '../fields';
import type { Question } from './draft';
import type { Part } from './parts';

const MEASURES = { time: ['time'], size: ['number', 'bytes'] } as const;

/** What is big or old is said by these, with no break before: "tiny VMs with less than 4 GiB". */
const SAID_BY: Readonly<Record<'time' | 'size', ReadonlySet<string>>> = {
  time: new Set(['created']),
  size: new Set(['vcpu', 'memory', 'disk', 'diskSize']),
};

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
  if (said?.draft === undefined) return false;
  const compared = SAID_BY[unless].has(said.draft.field);
  return compared || /[,:(]/.test(sentence.slice(word.end, said.start));
};
