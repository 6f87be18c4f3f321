import type { Message } from '../../messages';
import { UNKNOWN } from '../query/truth';
import type { VmRecord } from '../records/record';
import { flagComparisons } from './comparisons-enum';
import { defineField, type Evidence, type Field } from './field';

type Flag = {
  name: string;
  label: Message;
  words: string;
  yes?: string;
  no?: string;
  needs?: Field['needs'];
  passing?: boolean;
  /** `undefined`: nobody can tell. */
  read: (record: VmRecord) => boolean | undefined;
  evidence?: (record: VmRecord) => Evidence | undefined;
};

/** A field that is true, false, or not known. */
export const defineFlag = ({ name, label, words, yes, no, read, ...rest }: Flag): Field =>
  defineField<boolean>({
    ...rest,
    name,
    label,
    type: 'boolean',
    words: { en: words },
    phrases: {
      en: [
        ...(yes === undefined ? [] : [[yes, true] as const]),
        ...(no === undefined ? [] : [[no, false] as const]),
      ],
    },
    comparisons: flagComparisons,
    read: (record) => read(record) ?? UNKNOWN,
    cell: (value) => value,
  });
