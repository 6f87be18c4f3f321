import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { ExportIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../i18n';

export type ExportFormat<F extends string> = {
  readonly value: F;
  readonly title: string;
  readonly description: string;
};

type Props<F extends string> = {
  readonly formats: readonly ExportFormat<F>[];
  readonly onSelect: (format: F) => void;
  readonly testId: string;
};

/** A menu of the formats something can be saved in. */
export const ExportFormats = <F extends string>({ formats, onSelect, testId }: Props<F>) => {
  const { t } = usePluginTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      shouldFocusToggleOnSelect
      toggle={(toggleRef) => (
        <MenuToggle
          data-test={testId}
          icon={<ExportIcon />}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          ref={toggleRef}
          variant="plainText"
        >
          {t('Export')}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {formats.map(({ value, title, description }) => (
          <DropdownItem description={description} key={value} onClick={() => onSelect(value)}>
            {title}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};
