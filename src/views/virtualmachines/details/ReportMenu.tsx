import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { download } from '../../../components/download';
import { ExportFormats } from '../../../components/ExportFormats';
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
  return (
    <ExportFormats
      formats={[
        {
          value: 'markdown',
          title: t('Report as Markdown'),
          description: t('To read and to hand on'),
        },
        { value: 'json', title: t('Findings as JSON'), description: t('For a program') },
      ]}
      onSelect={(format) => void save(format, diagnosis)}
      testId="ai-diagnosis-export"
    />
  );
};
