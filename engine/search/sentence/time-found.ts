import { formatTime } from '../../kubernetes';
import type { Confidence } from './draft';
import type { Stretch } from './time-points';

/** A condition on a time, not yet on which. */
export type Found = {
  op: 'since' | 'before' | 'between';
  value: number | [number, number];
  next: number;
  /** Only age: "older than", whatever verb stands before. */
  age?: boolean;
  /** How long a state lasts: "for 3 days", "since monday". */
  lasts?: boolean;
  confidence?: Confidence;
};

export const since = (value: number, next: number): Found => ({ op: 'since', value, next });
export const until = (value: number, next: number): Found => ({ op: 'before', value, next });
export const within = ({ from, to, next }: Stretch): Found => ({
  op: 'between',
  value: [from, to],
  next,
});

/** As the query has it. */
export const written = ({ value }: Found): string | string[] =>
  typeof value === 'number' ? formatTime(value) : value.map(formatTime);
