import { REDACTED } from './redact';

/** Without one of these no pattern fits; most texts have none. */
const HINT = /@|%40|\+\d|\/home\/|\\Users\\/;

/** Domains of a unit's name, `getty@tty1.service`, are no mail domains. */
const UNITS = /\.(?:service|socket|timer|target|slice|scope|mount|device|path)$/i;

const MAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}(?:@|%40)((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})\b/g;

/** ITU-T E.164 with the separators people write: 8 to 15 digits after the sign. */
const PHONE = /(?<![\w+])\+[1-9](?:[ ()./-]{0,2}\d){7,14}(?!\d)/g;

/** A person's folder; what follows it stays. */
const FOLDER = /(\/home\/|[A-Za-z]:\\Users\\)[\w.-]{1,64}/g;

/**
 * Removes what names a person from text that people, guests and programs wrote: e-mail addresses,
 * telephone numbers with a country code, names of home folders. Names of objects and IP addresses
 * stay. Idempotent.
 */
export const withoutPersonalData = (text: string): string =>
  HINT.test(text)
    ? text
        .replace(MAIL, (found, domain: string) => (UNITS.test(domain) ? found : REDACTED))
        .replace(PHONE, REDACTED)
        .replace(FOLDER, `$1${REDACTED}`)
    : text;
