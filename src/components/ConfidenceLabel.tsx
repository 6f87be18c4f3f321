import { Label } from '@patternfly/react-core';
import type { Confidence } from '@cnv-ai/engine/diagnosis';
import { usePluginTranslation } from '../i18n';

/** How sure a finding is. */
export const ConfidenceLabel = ({ confidence }: { confidence: Confidence }) => {
  const { t } = usePluginTranslation();
  const text = {
    certain: t('Certain'),
    likely: t('Likely'),
    possible: t('Possible'),
  }[confidence];
  return (
    <Label isCompact variant={confidence === 'certain' ? 'filled' : 'outline'}>
      {text}
    </Label>
  );
};
