import { Button } from '@patternfly/react-core';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { Fix } from '@cnv-ai/engine/diagnosis';
import { usePluginTranslation } from '../i18n';
import type { Diagnosed } from './diagnosed';
import { FixDialog } from './FixDialog';

export type ApplyFixProps = {
  readonly fix: Fix;
  readonly rootCauseId: string;
  readonly diagnosed?: Diagnosed;
};

/** Opens the dialog of a fix that the product can take itself; nothing for one that is done by hand. */
export const ApplyFix = ({ fix, rootCauseId, diagnosed }: ApplyFixProps) => {
  const { t } = usePluginTranslation();
  const launch = useOverlay();
  const { action, id, risk } = fix;
  if (action === undefined || diagnosed === undefined || risk === 'manual') return null;
  const { vm, cluster, refresh } = diagnosed;
  const open = (): void => {
    const applicable = { id, change: action, rootCauseId, vm, cluster };
    launch(FixDialog, { fix, applicable, onChanged: refresh });
  };
  return (
    <Button data-test="ai-fix-review" onClick={open} size="sm" variant="secondary">
      {t('Review and apply')}
    </Button>
  );
};
