import { useEffect, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { Dropdown, DropdownItem, DropdownList } from '@patternfly/react-core';
import type { VmRow } from '@cnv-ai/engine/search';
import { useHasVmList } from '../flags/useHasVmList';
import { usePluginTranslation } from '../i18n';
import { diagnosisPath, listPath, vmPath } from './vm-paths';

export type VmActionsMenuProps = {
  readonly row: VmRow;
  readonly toggle: RefObject<HTMLButtonElement>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
};

/** The menu of a row, opened. */
export const VmActionsMenu = ({
  row: { namespace, name },
  toggle,
  isOpen,
  onOpenChange,
}: VmActionsMenuProps) => {
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
