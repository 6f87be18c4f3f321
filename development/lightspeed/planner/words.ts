/** Function words of English: they say nothing about which tool or value is meant. */
const functionWords = new Set(
  (
    'a an and any are as at be been but by can could did do does each every for from had has have he ' +
    'her his how i if in into is it its just me my no not of on one or our please she should so some ' +
    'than that the their them then there these they this those to us was we were what when where ' +
    'which who whose why will with would you your'
  ).split(' '),
);

export const isFunctionWord = (word: string): boolean => functionWords.has(word.toLowerCase());

/** `vmName`, `vm_name` and `VM name` are the same two words. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

export const contentWords = (text: string): Set<string> =>
  new Set(wordsOf(text).filter((word) => !functionWords.has(word)));

const commonPrefix = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/** The same word in another form: a plural, or a long common stem with short endings. */
export const sameWord = (a: string, b: string): boolean => {
  if (a === b || `${a}s` === b || `${b}s` === a) return true;
  const stem = commonPrefix(a, b);
  return stem >= 5 && Math.max(a.length, b.length) - stem <= 4;
};
