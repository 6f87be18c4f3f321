import { lazy, Suspense, useState } from 'react';
import { Button } from '@patternfly/react-core';
import type { VmRow } from '@cnv-ai/engine/search';
import { StatusIcon, StatusLabel } from './StatusLabel';

// Nobody who does not ask has to wait for it.
const StatusPopover = lazy(async () => ({
  default: (await import('./StatusPopover')).StatusPopover,
}));

/** A status in a row; a click tells what it means for this machine. Nothing is read before. */
export const StatusButton = ({ row: { namespace, name, status } }: { readonly row: VmRow }) => {
  const [asked, setAsked] = useState(false);
  if (status === '') return <StatusLabel status={status} />;
  return asked ? (
    <Suspense fallback={<StatusLabel status={status} />}>
      <StatusPopover name={name} namespace={namespace} status={status} />
    </Suspense>
  ) : (
    <Button
      data-test="ai-row-status"
      icon={<StatusIcon status={status} />}
      isInline
      onClick={() => setAsked(true)}
      variant="link"
    >
      {status}
    </Button>
  );
};
