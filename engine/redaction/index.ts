export { REDACTED, redact } from './redact';
export { withoutSecrets } from './sensitive';
export { cut, escapeUnsafe, LONGEST_VALUE, present } from './present';
export { withoutPersonalData } from './personal';
export { mapStrings, renamed, type Rename } from './rename';
