import { Label, Tooltip } from '@patternfly/react-core';
import type { AnswerSource } from '../answers/answered';
import { usePluginTranslation } from '../i18n';

/** Who answered: the page never leaves that open. */
export const SourceLabel = ({ source }: { source: AnswerSource }) => {
  const { t } = usePluginTranslation();
  const [text, explanation] = {
    lightspeed: [
      t('Answered by cnv-diagnostic through Lightspeed'),
      t('Read in the cluster with your permissions. No language model was asked.'),
    ],
    sidecar: [
      t('Answered by cnv-diagnostic'),
      t('Read in the cluster with your permissions. No language model was asked.'),
    ],
    browser: [
      t('Answered in your browser'),
      t('Read with your console session. No language model was asked.'),
    ],
  }[source];
  return (
    <Tooltip content={explanation}>
      <Label data-test="ai-answer-source" isCompact tabIndex={0} variant="outline">
        {text}
      </Label>
    </Tooltip>
  );
};
