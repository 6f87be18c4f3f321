import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@cnv-ai/engine/messages';

/** Must equal the name of the ConsolePlugin behind `plugin__`. */
export const NAMESPACE = 'plugin__cnv-ai-plugin';

/** `t` over our own strings; the English sentence is the key. */
export const usePluginTranslation = () => useTranslation(NAMESPACE);

/** Renders the engine's messages in the user's language; a `title` in them is a sentence as well. */
export const useMessage = (): ((message: Message) => string) => {
  const { t } = usePluginTranslation();
  return useCallback(
    ({ id, params }: Message) =>
      t(id, 'title' in params ? { ...params, title: t(String(params.title)) } : params),
    [t],
  );
};
