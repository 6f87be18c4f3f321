export { REDACTED, redact } from './redact';
export { withoutSecrets } from './sensitive';
export { cut, escapeUnsafe, LONGEST_VALUE, present } from './present';
