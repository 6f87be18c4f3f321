import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { aessiv } from '@noble/ciphers/aes.js';
import { SetupError } from '../kubernetes/cluster';

/** Names that stand for others, and can be undone by whoever has the key: no table is kept. */
export type Aliases = {
  /** The same name always has the same alias. */
  readonly of: (name: string) => string;
  /**
   * The text with every alias in it undone, each name told; what no key of ours made stays as it is.
   */
  readonly undo: (text: string, onName?: (name: string) => void) => string;
};

const PREFIX = 'alias-';
/** RFC 4648 base 32 in lower case: it survives models, URLs and labels. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** Of a 16 byte synthetic IV and at least one byte; a cursor is longer than a name. */
const ALIAS = new RegExp(`${PREFIX}([a-z2-7]{28,8192})`, 'g');
/** Kept so that the same names need not be made again and again. */
const MOST_KEPT = 20_000;
/** A key of fewer characters can be guessed. */
const SHORTEST_KEY = 32;

const encoded = (bytes: Uint8Array): string => {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET.charAt((held << (5 - bits)) & 31);
};

const decoded = (text: string): Uint8Array => {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    held = (held << 5) | ALPHABET.indexOf(character);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
};

/** AES-256-SIV (RFC 5297): deterministic, and what was changed does not decrypt. */
const cipherOf = (secret: string) => {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'cnv-diagnostic alias v1', 64));
  return {
    seal: (name: string): string => encoded(aessiv(key).encrypt(new TextEncoder().encode(name))),
    open: (text: string): string | undefined => {
      try {
        return new TextDecoder().decode(aessiv(key).decrypt(decoded(text)));
      } catch {
        return undefined;
      }
    },
  };
};

/** Aliases made with the first secret and undone with any of them, so that a key can be replaced. */
export const aliasesWith = (secrets: readonly string[]): Aliases => {
  const ciphers = secrets.map(cipherOf);
  const kept = new Map<string, string>();
  return {
    of: (name) => {
      const known = kept.get(name);
      if (known !== undefined) return known;
      const alias = `${PREFIX}${ciphers[0]?.seal(name) ?? ''}`;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(name, alias);
      return alias;
    },
    undo: (text, onName) =>
      text.includes(PREFIX)
        ? text.replace(ALIAS, (alias, sealed: string) => {
            for (const { open } of ciphers) {
              const name = open(sealed);
              if (name === undefined) continue;
              onName?.(name);
              return name;
            }
            return alias;
          })
        : text,
  };
};

/** The keys in a file, one a line, the one in use first. Throws `SetupError`. */
export const aliasesOfFile = (file: string): Aliases => {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SetupError(`Cannot read ${file}, the key of the aliases; check the path.`);
  }
  const secrets = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (secrets.length === 0 || secrets.some(({ length }) => length < SHORTEST_KEY)) {
    throw new SetupError(
      `${file} holds no usable key; make one with "openssl rand -base64 32", one a line.`,
    );
  }
  return aliasesWith(secrets);
};
