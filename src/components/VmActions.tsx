import { useEffect, useRef, useState, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import type { VmRow } from '@cnv-ai/engine/search';
import { useHasVmList } from '../flags/useHasVmList';
import { usePluginTranslation } from '../i18n';
import { diagnosisPath, listPath, vmPath } from './vm-paths';

type MenuProps = {
  readonly row: VmRow;
  readonly toggle: RefObject<HTMLButtonElement>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
};

const Menu = ({ row: { namespace, name }, toggle, isOpen, onOpenChange }: MenuProps) => {
  const { t } = usePluginTranslation();
  const navigate = useNavigate();
  const hasVmList = useHasVmList();
  const go = (path: string) => () => void navigate(path);
  // PatternFly places a menu only if it was there, closed, before it opens.
  useEffect(() => onOpenChange(true), [onOpenChange]);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSelect={() => onOpenChange(false)}
      popperProps={{ appendTo: () => document.body, position: 'right' }}
      toggle={{ toggleNode: null, toggleRef: toggle }}
    >
      <DropdownList>
        <DropdownItem onClick={go(diagnosisPath(namespace, name))}>
          {t('Get AI Diagnosis')}
        </DropdownItem>
        <DropdownItem onClick={go(vmPath(namespace, name))}>{t('View details')}</DropdownItem>
        {hasVmList ? (
          <DropdownItem onClick={go(listPath(namespace, name))}>
            {t('Show in VirtualMachines list')}
          </DropdownItem>
        ) : null}
      </DropdownList>
    </Dropdown>
  );
};

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
      {isWanted ? <Menu isOpen={isOpen} onOpenChange={setOpen} row={row} toggle={toggle} /> : null}
    </>
  );
};
