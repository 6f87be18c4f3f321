import type { Token } from '../sentence/tokens';

/** "parad{o,a}" stands for "parado" and "parada". */
export const withEndings = (text: string): string[] => {
  const match = /^([^{]*)\{([^}]*)\}(.*)$/.exec(text);
  if (match === null) return [text];
  const [, stem = '', endings = '', rest = ''] = match;
  return endings.split(',').flatMap((ending) => withEndings(`${stem}${ending}${rest}`));
};

const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** A word as it is typed without its accents; nothing when it has none. */
export const plainForms = (text: string): string[] => {
  if (!/[\u00df-\u024f]/.test(text)) return [];
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
  const spelled = text.replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter);
  return [bare, spelled].filter((form) => form !== text);
};

/** "l'heure" is two words. */
export const splitElisions = <T extends Token>(
  tokens: readonly T[],
  elisions: readonly string[],
): readonly T[] => {
  if (elisions.length === 0) return tokens;
  return tokens.flatMap((token) => {
    const elided = elisions.find((prefix) => token.text.startsWith(prefix));
    const rest = token.text.length - (elided?.length ?? 0);
    const whole = token.end - token.start === token.text.length;
    if (elided === undefined || rest === 0 || !whole || token.kind !== 'word') return [token];
    const split = token.start + elided.length;
    return [
      { ...token, end: split, text: elided, raw: token.raw.slice(0, elided.length) },
      {
        ...token,
        start: split,
        text: token.text.slice(elided.length),
        raw: token.raw.slice(elided.length),
      },
    ];
  });
};
