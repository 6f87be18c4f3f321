/** As long as the text, so that what follows keeps its place in the sentence. */
export const blank = (text: string): string => ' '.repeat(text.length);

/** The text written over the end of a stretch of this length. */
export const padded = (text: string, length: number): string =>
  text.padStart(length).slice(-length);

/** Blank but for what the pattern finds. */
export const only = (text: string, kept: readonly { start: number; end: number }[]): string => {
  let [result, at] = ['', 0];
  for (const { start, end } of kept) {
    result += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return result + blank(text.slice(at));
};
