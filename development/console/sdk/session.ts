/** Dispatched on `window` when a request is answered with 401: the host shows its login page. */
export const SESSION_ENDED = 'console-session-ended';

/** The token the server compares with its cookie for everything that may change something. */
export const csrfToken = (): string =>
  document.cookie
    .split('; ')
    .find((entry) => entry.startsWith('csrf-token='))
    ?.slice('csrf-token='.length) ?? '';
