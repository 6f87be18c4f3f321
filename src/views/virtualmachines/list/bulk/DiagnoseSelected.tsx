import { lazy, Suspense, useState } from 'react';
import { Button } from '@patternfly/react-core';
import { usePluginTranslation } from '../../../../i18n';
import type { Machine } from './diagnose-all';

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog')).BulkDialog }));

/** Diagnoses what is selected in the table. It stays focusable, so that it can say what it needs. */
export const DiagnoseSelected = ({ selected }: { readonly selected: readonly Machine[] }) => {
  const { t } = usePluginTranslation();
  const [machines, setMachines] = useState<readonly Machine[]>();
  const count = selected.length;
  return (
    <>
      <Button
        countOptions={count === 0 ? undefined : { isRead: true, count }}
        data-test="ai-bulk-diagnose"
        isAriaDisabled={count === 0}
        onClick={() => setMachines(selected)}
        title={count === 0 ? t('Select VirtualMachines in the table first') : undefined}
        variant="secondary"
      >
        {t('Diagnose selected')}
      </Button>
      {machines === undefined ? null : (
        <Suspense fallback={null}>
          <BulkDialog machines={machines} onClose={() => setMachines(undefined)} />
        </Suspense>
      )}
    </>
  );
};
