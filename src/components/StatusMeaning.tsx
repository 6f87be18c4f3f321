import { useState } from 'react';
import { Label } from '@patternfly/react-core';
import { meaningOf } from '@cnv-ai/engine/diagnosis/meanings';
import { recordAt } from '@cnv-ai/engine/kubernetes';
import { useMessage, usePluginTranslation } from '../i18n';

/** What the status means for this machine, whether it is a fault, and what comes next. */
export const StatusMeaning = ({ vm }: { readonly vm: unknown }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const [now] = useState(Date.now);
  const { meaning, normal, next } = meaningOf(recordAt(vm), now);
  return (
    <>
      <p>{message(meaning)}</p>
      <p>
        <Label color={normal ? 'green' : 'orange'} isCompact>
          {normal ? t('As it should be') : t('Needs attention')}
        </Label>{' '}
        {message(next)}
      </p>
    </>
  );
};
