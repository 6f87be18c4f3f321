import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { ExportIcon } from '@patternfly/react-icons';
import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { download } from '../../../components/download';
import { usePluginTranslation } from '../../../i18n';
import metadata from '../../../../package.json';

const AUTHOR = `cnv-ai-plugin ${metadata.version}`;

const save = async (format: 'markdown' | 'json', diagnosis: Diagnosis): Promise<void> => {
  const name = `${diagnosis.vm.namespace}-${diagnosis.vm.name}`;
  if (format === 'json') {
    download(`${name}.json`, 'application/json', JSON.stringify(diagnosis, undefined, 2));
    return;
  }
  const { diagnosisReport } = await import('@cnv-ai/engine/report');
  download(`${name}.md`, 'text/markdown', diagnosisReport(diagnosis, AUTHOR));
};

/** Saves the findings as a file that can be handed on: secrets are not in it. */
export const ReportMenu = ({ diagnosis }: { diagnosis: Diagnosis }) => {
  const { t } = usePluginTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, value) => {
        setOpen(false);
        void save(value === 'json' ? 'json' : 'markdown', diagnosis);
      }}
      shouldFocusToggleOnSelect
      toggle={(toggleRef) => (
        <MenuToggle
          data-test="ai-diagnosis-export"
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
        <DropdownItem description={t('To read and to hand on')} value="markdown">
          {t('Report as Markdown')}
        </DropdownItem>
        <DropdownItem description={t('For a program')} value="json">
          {t('Findings as JSON')}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
};
