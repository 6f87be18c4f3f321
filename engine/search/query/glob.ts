/** True when the text has a wildcard. */
export const isGlob = (pattern: string): boolean => pattern.includes('*');

/**
 * Matches `*` against any run of characters, without regular expressions. Greedy with one point to
 * return to, so the time is at most pattern × text and never exponential.
 */
export const matchesGlob = (pattern: string, text: string): boolean => {
  let [p, t, star, resume] = [0, 0, -1, 0];
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      resume = t;
      p += 1;
    } else if (p < pattern.length && pattern[p] === text[t]) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      resume += 1;
      p = star + 1;
      t = resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
};
