import type { Lexicon } from './senses';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

type Entry = Lexicon['entries'][number];

const number = (words: string, value: number): Entry => [words, { is: 'number', value }];

/** Numbers in English words, up to a hundred; "twenty-five" is found without its hyphen too. */
export const englishNumbers: Lexicon['entries'] = [
  ...UNITS.map((word, value) => number(word, value)),
  ...TENS.flatMap((ten, index) =>
    UNITS.slice(0, 10).map((unit, value) =>
      number(value === 0 ? ten : `${ten} ${unit}`, (index + 2) * 10 + value),
    ),
  ),
  number('an|a', 1),
  number('single|just one|only one', 1),
  number('hundred|a hundred|one hundred', 100),
  number('a couple of|couple of|a couple|a pair of', 2),
  number('a dozen|dozen|one dozen', 12),
  number('half a|half an|half|a half|half of a', 0.5),
];
