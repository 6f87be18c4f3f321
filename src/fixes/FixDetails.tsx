import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { Fix } from '@cnv-ai/engine/diagnosis';
import type { ObjectRef } from '@cnv-ai/engine/kubernetes';
import { ObjectLink } from '../components/ObjectLink';
import { useMessage, usePluginTranslation } from '../i18n';

const Row = ({ term, children }: { term: string; children: ReactNode }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

/** What is to be done, to what, and what it does to the running machine. */
export const FixDetails = ({ fix, target }: { fix: Fix; target: ObjectRef }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  return (
    <DescriptionList isCompact isHorizontal>
      <Row term={t('What to do')}>{message(fix.descriptionMessage)}</Row>
      <Row term={t('Changes')}>
        <ObjectLink subject={target} />
      </Row>
      {fix.effectMessage === undefined ? null : (
        <Row term={t('Effect')}>{message(fix.effectMessage)}</Row>
      )}
      <Row term={t('Made as')}>{t('You, with your own session')}</Row>
    </DescriptionList>
  );
};
