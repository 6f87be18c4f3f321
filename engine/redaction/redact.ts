/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

/** Free text is looked at up to this length; what is longer is cut. */
const LONGEST_TEXT = 65_536;

/**
 * Words in names after which a value is a secret: `password: x`, `API_KEY=x`, `"token": "x"`. The
 * word may be part of a longer name (`DB_PASSWORD`, `x-auth-token`).
 */
const SECRET_WORD =
  '(?:passw(?:or)?d|passphrase|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|key-data|credential|authorization|cookie)';
const SECRET_NAME = `[\\w.-]{0,64}${SECRET_WORD}[\\w.-]{0,64}`;
/** Words after which a command line has a secret, `--password x`; `--secret` names an object. */
const SECRET_FLAG =
  '--[\\w-]{0,64}(?:passw(?:or)?d|passphrase|passwd|pwd|token|api-?key|access-?key|private-?key)';
/** Most texts hold no such word, and finding that out is ten times cheaper. */
const SECRET_HINT = new RegExp(SECRET_WORD, 'i');

/**
 * Each pattern reads its text once: no nested repetition, every repetition bounded or over a class
 * that excludes what follows it.
 */
const PATTERNS: readonly (readonly [RegExp, string, hint?: RegExp])[] = [
  [/-----BEGIN [A-Z ]{1,40}-----[^-]*(?:-----END [A-Z ]{1,40}-----)?/g, REDACTED],
  [/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"'<>]{1,512}@/gi, `$1${REDACTED}@`],
  [
    /\b(authorization\s{0,4}[:=]\s{0,4})(?:(?:basic|bearer|digest)\s{1,4})?[^\s"',;]{1,4096}/gi,
    `$1${REDACTED}`,
  ],
  [/\b((?:bearer|basic)\s{1,4})[A-Za-z0-9._~+/=-]{8,4096}/gi, `$1${REDACTED}`],
  [/([?&][\w-]{0,64}(?:signature|sig)=)[^\s&"'<>]{1,4096}/gi, `$1${REDACTED}`],
  [/\bsha256~[A-Za-z0-9_-]{8,128}/g, REDACTED],
  [/\beyJ[A-Za-z0-9_-]{8,2048}\.[A-Za-z0-9_-]{4,4096}(?:\.[A-Za-z0-9_-]{0,2048})?/g, REDACTED],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, REDACTED],
  [/\bgh[pousr]_[A-Za-z0-9]{20,255}\b/g, REDACTED],
  [/\$(?:1|2[abxy]|5|6|y|7|argon2id?)\$[^\s"':]{8,256}/g, REDACTED],
  [
    /\b(ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S{1,40})\s{1,4}[A-Za-z0-9+/=]{16,8192}/g,
    `$1 ${REDACTED}`,
  ],
  // The login of a registry, in a pull secret.
  [/("auth"\s{0,4}:\s{0,4})"[^"\n]{1,4096}"/g, `$1${REDACTED}`],
  [
    new RegExp(
      `(${SECRET_FLAG}\\s{1,4})(?:"[^"\\n]{0,4096}"|'[^'\\n]{0,4096}'|[^\\s"',;-][^\\s"',;]{0,4096})`,
      'gi',
    ),
    `$1${REDACTED}`,
    SECRET_HINT,
  ],
  [
    new RegExp(
      `(${SECRET_NAME}["']?\\s{0,4}[:=]\\s{0,4})(?:\\[redacted\\][^\\s"',;&}\\]]{0,4096}|"[^"\\n]{0,4096}"|'[^'\\n]{0,4096}'|[^\\s"',;&}\\]]{1,4096})`,
      'gi',
    ),
    `$1${REDACTED}`,
    SECRET_HINT,
  ],
];

/** User data of cloud-init in any of its spellings; it is never shown, whole or in part. */
const CLOUD_INIT =
  /^\s{0,16}(?:#cloud-config|#cloud-config-archive|#cloud-boothook|#include|## template: jinja|Content-Type: multipart|#ps1_sysnative|<powershell>)|<(?:unattend|AutounattendXML)\b/i;

/**
 * What every pattern needs at least. Names and states have none of it, and an answer consists of
 * hundreds of them.
 */
const SUSPICIOUS = /[@=:~$#<]|--|bearer|basic|eyJ|AKIA|ASIA|gh[pousr]_|ssh-|ecdsa-/i;

/** Removes what looks like a secret from text that people, guests and programs wrote. Idempotent. */
export const redact = (text: string): string => {
  if (text.length <= LONGEST_TEXT && !SUSPICIOUS.test(text)) return text;
  const read = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  if (CLOUD_INIT.test(read)) return REDACTED;
  return PATTERNS.reduce(
    (rest, [pattern, replacement, hint]) =>
      hint?.test(rest) === false ? rest : rest.replace(pattern, replacement),
    read,
  );
};
