import { lazy, Suspense } from 'react';
import { Button } from '@patternfly/react-core';
import { usePluginTranslation } from '../../../../i18n';
import type { Machine } from './diagnose-all';
import { useDiagnoseAll } from './useDiagnoseAll';

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog')).BulkDialog }));

/** Diagnoses what is selected in the table. It stays focusable, so that it can say what it needs. */
export const DiagnoseSelected = ({ selected }: { readonly selected: readonly Machine[] }) => {
  const { t } = usePluginTranslation();
  const all = useDiagnoseAll();
  const count = selected.length;
  return (
    <>
      <Button
        countOptions={count === 0 ? undefined : { isRead: true, count }}
        data-test="ai-bulk-diagnose"
        isAriaDisabled={count === 0}
        onClick={() => all.start(selected)}
        title={count === 0 ? t('Select VirtualMachines in the table first') : undefined}
        variant="secondary"
      >
        {t('Diagnose selected')}
      </Button>
      {all.status === 'idle' ? null : (
        <Suspense fallback={null}>
          <BulkDialog all={all} />
        </Suspense>
      )}
    </>
  );
};
