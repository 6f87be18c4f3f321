import {
  Button,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Progress,
} from '@patternfly/react-core';
import type { SearchRequest } from '@cnv-ai/engine/search';
import { ExportFormats } from '../../../../components/ExportFormats';
import { InlineAlert } from '../../../../components/InlineAlert';
import { useMessage, usePluginTranslation } from '../../../../i18n';
import { useExport, type Format } from './useExport';

export type ExportMenuProps = {
  readonly request: SearchRequest | undefined;
  readonly sentence: string;
};

/** Saves the whole result as a file, every page of it. */
export const ExportMenu = ({ request, sentence }: ExportMenuProps) => {
  const { t, i18n } = usePluginTranslation();
  const message = useMessage();
  const { state, start, stop } = useExport(request, sentence);
  const number = (count: number): string => count.toLocaleString(i18n.language);
  return (
    <>
      <ExportFormats<Format>
        formats={[
          { value: 'csv', title: t('All rows as CSV'), description: t('For a spreadsheet') },
          { value: 'json', title: t('All rows as JSON'), description: t('For a program') },
        ]}
        onSelect={start}
        testId="ai-search-export"
      />
      <Modal
        aria-labelledby="ai-search-export-title"
        isOpen={state.is !== 'idle'}
        onClose={stop}
        variant="small"
      >
        <ModalHeader labelId="ai-search-export-title" title={t('Export VirtualMachines')} />
        <ModalBody>
          {state.is === 'running' ? (
            <Progress
              aria-label={t('Rows read')}
              data-test="ai-search-export-progress"
              label={t('{{rows}} of {{total}}', {
                rows: number(state.progress.rows),
                total: number(state.progress.total),
              })}
              max={Math.max(state.progress.total, 1)}
              value={state.progress.rows}
            />
          ) : null}
          {state.is === 'failed' ? (
            <InlineAlert
              component="h2"
              data-test="ai-search-export-failed"
              title={t('The export could not be made')}
              variant="danger"
            >
              {message(state.problem)}
            </InlineAlert>
          ) : null}
        </ModalBody>
        <ModalFooter>
          {state.is === 'failed' ? (
            <Button onClick={() => start(state.format)}>{t('Try again')}</Button>
          ) : null}
          <Button onClick={stop} variant={state.is === 'failed' ? 'link' : 'secondary'}>
            {t('Cancel')}
          </Button>
        </ModalFooter>
      </Modal>
    </>
  );
};
