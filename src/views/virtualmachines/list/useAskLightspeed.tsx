import { lazy, Suspense } from 'react';
import type { Predicate } from '@cnv-ai/engine/search';
import { useInterpretation } from '../../../answers/useInterpretation';
import { usePluginTranslation } from '../../../i18n';
import {
  useLightspeedExplanation,
  type Explanation,
} from '../../lightspeed/useLightspeedExplanation';
import { searchQuestion } from '../../lightspeed/prompts/prompts';

// Only an answer of Lightspeed has one.
const ModelFilter = lazy(async () => ({ default: (await import('./ModelFilter')).ModelFilter }));

/** "Ask Lightspeed" for what the query language cannot express: its filter, never its prose. */
export const useAskLightspeed = (
  sentence: string,
  namespace: string | undefined,
  onFilter: (filter: Predicate) => void,
): Explanation => {
  const { t } = usePluginTranslation();
  const interpreted = useInterpretation(sentence);
  return useLightspeedExplanation({
    label: t('Ask Lightspeed'),
    question: () =>
      searchQuestion({
        sentence,
        namespace,
        notUnderstood: interpreted?.interpretation.notUnderstood ?? [],
      }),
    found: ({ tools }) => (
      <Suspense fallback={null}>
        <ModelFilter onApply={onFilter} tools={tools} />
      </Suspense>
    ),
  });
};
