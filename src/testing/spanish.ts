import { act } from '@testing-library/react';
import i18next from 'i18next';
import spanish from '../../locales/es/plugin__cnv-ai-plugin.json';
import { NAMESPACE } from '../i18n';

/** Makes the tests of a block read Spanish. */
export const inSpanish = (): void => {
  beforeAll(async () => {
    i18next.addResourceBundle('es', NAMESPACE, spanish);
    await i18next.changeLanguage('es');
  });
  afterAll(() =>
    act(async () => {
      await i18next.changeLanguage('en');
    }),
  );
};
