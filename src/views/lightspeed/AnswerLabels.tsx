import { Label, LabelGroup } from '@patternfly/react-core';
import { usePluginTranslation } from '../../i18n';
import type { Basis } from './answer-state';

/** That a model wrote it, and what stands behind what it wrote. */
export const AnswerLabels = ({ basis }: { readonly basis: Basis }) => {
  const { t } = usePluginTranslation();
  const text = {
    grounded: t('Grounded in the cluster'),
    findings: t('From the findings above'),
    general: t('General knowledge'),
  }[basis];
  return (
    <LabelGroup aria-label={t('About this answer')} numLabels={2}>
      <Label color="purple" isCompact>
        {t('AI generated')}
      </Label>
      <Label
        color={basis === 'general' ? 'yellow' : 'green'}
        data-basis={basis}
        data-test="ai-answer-basis"
        isCompact
      >
        {text}
      </Label>
    </LabelGroup>
  );
};
