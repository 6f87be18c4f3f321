import type { GraphState } from '@cnv-ai/engine/diagnosis';
import { usePluginTranslation } from '../../../../i18n';

/** What the state of an object in the graph is called. */
export const useStates = (): Readonly<Record<GraphState, string>> => {
  const { t } = usePluginTranslation();
  return {
    ok: t('No problem seen'),
    warning: t('Warning'),
    error: t('Part of the problem'),
    unknown: t('Not checked'),
    missing: t('Does not exist'),
  };
};
