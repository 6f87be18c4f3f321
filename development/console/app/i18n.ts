import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

const LANGUAGE_KEY = 'console.language';

/** Languages the console offers, each in its own words. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  ko: '한국어',
  zh: '中文',
};

/** The texts of plugins, at the console's address; a missing file leaves the keys, which are English. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    // The host's own words are English and need no file.
    if (!namespace.startsWith('plugin__')) {
      done(null, {});
      return;
    }
    const query = new URLSearchParams({ lng: language, ns: namespace });
    fetch(`/locales/resource.json?${query}`)
      .then(async (response) => (response.ok ? ((await response.json()) as object) : {}))
      .then(
        (texts) => done(null, { ...texts }),
        (error: unknown) => done(String(error), null),
      );
  },
};

/** Starts with the language last chosen and the texts of the plugins. */
export const startI18n = async (plugins: readonly string[]): Promise<void> => {
  const language = localStorage.getItem(LANGUAGE_KEY) ?? 'en';
  document.documentElement.lang = language;
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      ns: plugins.map((name) => `plugin__${name}`),
      defaultNS: false,
      // Whole sentences are keys, so neither `.` nor `:` may split them.
      keySeparator: false,
      nsSeparator: '~',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
};

export const setLanguage = async (language: string): Promise<void> => {
  localStorage.setItem(LANGUAGE_KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};
