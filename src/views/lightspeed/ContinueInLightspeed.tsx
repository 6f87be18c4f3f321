import { Button } from '@patternfly/react-core';
import { usePluginTranslation } from '../../i18n';
import type { LightspeedQuestion } from './question';
import { useOpenLightspeed, type UseOpen } from './useOpenLightspeed';

type Props = { readonly question: () => LightspeedQuestion };

/** The button, once the hook is there. */
export const OpenButton = ({ question, useOpen }: Props & { readonly useOpen: UseOpen }) => {
  const { t } = usePluginTranslation();
  const open = useOpen();
  const start = (): void => {
    const { task, facts, namespaces } = question();
    open(task, [
      {
        attachmentType: 'YAML',
        kind: 'Findings',
        name: 'cnv-diagnostic',
        namespace: namespaces[0] ?? '',
        value: facts.join('\n'),
      },
    ]);
  };
  return (
    <Button data-test="ai-answer-continue" onClick={start} size="sm" variant="link">
      {t('Continue in Lightspeed')}
    </Button>
  );
};

/** Opens the chat with the question and its facts; the user sends it. Only where the chat is. */
export const ContinueInLightspeed = ({ question }: Props) => {
  const useOpen = useOpenLightspeed();
  return useOpen === undefined ? null : <OpenButton question={question} useOpen={useOpen} />;
};
