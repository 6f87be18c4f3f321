import { lazy, Suspense, useState } from 'react';
import { Button } from '@patternfly/react-core';
import { HistoryIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../../../i18n';
import type { HistoryDialogProps } from './HistoryDialog';

const HistoryDialog = lazy(async () => ({
  default: (await import('./HistoryDialog')).HistoryDialog,
}));

/** Opens what was saved and what was asked before. */
export const HistoryButton = (props: Omit<HistoryDialogProps, 'onClose'>) => {
  const { t } = usePluginTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-label={t('Saved and recent searches')}
        data-test="ai-search-history"
        icon={<HistoryIcon />}
        onClick={() => setOpen(true)}
        variant="control"
      />
      {open ? (
        <Suspense fallback={null}>
          <HistoryDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
