import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { usePluginTranslation } from '../i18n';
import { DiagnosisOf, type DiagnosisOfProps } from './DiagnosisOf';

/** "Get AI Diagnosis"; in its place the diagnosis, once it was asked for. */
export const DiagnosisOnClick = (props: DiagnosisOfProps) => {
  const { t } = usePluginTranslation();
  const [asked, setAsked] = useState(false);
  return asked ? (
    <DiagnosisOf {...props} />
  ) : (
    <Button data-test="get-ai-diagnosis" onClick={() => setAsked(true)} variant="secondary">
      {t('Get AI Diagnosis')}
    </Button>
  );
};
