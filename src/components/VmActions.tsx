import { lazy, Suspense, useRef, useState } from 'react';
import { MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import type { VmRow } from '@cnv-ai/engine/search';

// Nobody who does not open it has to wait for it.
const VmActionsMenu = lazy(async () => ({
  default: (await import('./VmActionsMenu')).VmActionsMenu,
}));

export type VmActionsProps = {
  readonly row: VmRow;
  readonly t: (key: string, values: Readonly<Record<string, string>>) => string;
};

/** What can be done with a machine of a table. A menu that was never opened costs nothing. */
export const VmActions = ({ row, t }: VmActionsProps) => {
  const toggle = useRef<HTMLButtonElement>(null);
  const [isWanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <MenuToggle
        aria-label={t('Actions of {{name}}', { name: row.name })}
        icon={<EllipsisVIcon />}
        isExpanded={isOpen}
        onClick={() => (isWanted ? setOpen(!isOpen) : setWanted(true))}
        ref={toggle}
        variant="plain"
      />
      {isWanted ? (
        <Suspense fallback={null}>
          <VmActionsMenu isOpen={isOpen} onOpenChange={setOpen} row={row} toggle={toggle} />
        </Suspense>
      ) : null}
    </>
  );
};
