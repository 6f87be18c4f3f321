import { DescriptionList } from '@patternfly/react-core';
import type { Fix } from '@cnv-ai/engine/diagnosis';
import type { ObjectRef } from '@cnv-ai/engine/kubernetes';
import { Described } from '../components/Described';
import { ObjectLink } from '../components/ObjectLink';
import { useMessage, usePluginTranslation } from '../i18n';

/** What is to be done, to what, and what it does to the running machine. */
export const FixDetails = ({ fix, target }: { fix: Fix; target: ObjectRef }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  return (
    <DescriptionList isCompact isHorizontal>
      <Described term={t('What to do')}>{message(fix.descriptionMessage)}</Described>
      <Described term={t('Changes')}>
        <ObjectLink subject={target} />
      </Described>
      {fix.effectMessage === undefined ? null : (
        <Described term={t('Effect')}>{message(fix.effectMessage)}</Described>
      )}
      <Described term={t('Made as')}>{t('You, with your own session')}</Described>
    </DescriptionList>
  );
};
