import { TextDecoder, TextEncoder } from 'node:util';
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import i18next from 'i18next';
import { toHaveNoViolations } from 'jest-axe';
import { initReactI18next } from 'react-i18next';
import english from '../locales/en/plugin__cnv-ai-plugin.json';
import { NAMESPACE } from './i18n';

// The router needs them and jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });
// jsdom lays nothing out: no element there ever changes its size.
const nothing = (): void => undefined;
Object.assign(globalThis, {
  ResizeObserver: class {
    readonly observe = nothing;
    readonly disconnect = nothing;
  },
});
// Real requests on a busy machine take longer than the second that is the default.
configure({ testIdAttribute: 'data-test', asyncUtilTimeout: 15_000 });
expect.extend(toHaveNoViolations);

// The console's own settings: whole sentences are keys, so neither `.` nor `:` may split them.
void i18next.use(initReactI18next).init({
  lng: 'en',
  ns: [NAMESPACE],
  resources: { en: { [NAMESPACE]: english } },
  keySeparator: false,
  nsSeparator: '~',
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});
