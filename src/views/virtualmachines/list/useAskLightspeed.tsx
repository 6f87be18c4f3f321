import type { Predicate } from '@cnv-ai/engine/search';
import { useInterpretation } from '../../../answers/useInterpretation';
import { usePluginTranslation } from '../../../i18n';
import {
  useLightspeedExplanation,
  type Explanation,
} from '../../lightspeed/useLightspeedExplanation';
import { searchQuestion } from '../../lightspeed/prompts/prompts';
import { modelSearch } from '../../lightspeed/search-args';
import { ModelFilter } from './ModelFilter';

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
    found: ({ tools }) => {
      const search = modelSearch(tools);
      return search === undefined ? null : <ModelFilter onApply={onFilter} search={search} />;
    },
  });
};
