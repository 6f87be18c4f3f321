import {
  Button,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Progress,
  ProgressMeasureLocation,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { usePluginTranslation } from '../../../../i18n';
import { CauseGroup } from './CauseGroup';
import { groupByCause } from './groups';
import type { Machine } from './diagnose-all';
import { useDiagnoseAll } from './useDiagnoseAll';

const TITLE_ID = 'ai-bulk-title';

export type BulkDialogProps = {
  readonly machines: readonly Machine[];
  readonly onClose: () => void;
};

/** How far it is, and what was found so far by cause. */
export const BulkDialog = ({ machines, onClose }: BulkDialogProps) => {
  const { t } = usePluginTranslation();
  const { status, done, again, stop } = useDiagnoseAll(machines);
  const running = status === 'running';
  return (
    <Modal
      aria-labelledby={TITLE_ID}
      data-test="ai-bulk-dialog"
      isOpen
      onClose={onClose}
      variant="medium"
    >
      <ModalHeader labelId={TITLE_ID} title={t('Diagnosis of the selected VirtualMachines')} />
      <ModalBody tabIndex={0}>
        <Stack hasGutter>
          <StackItem>
            <Progress
              aria-label={t('VirtualMachines diagnosed')}
              data-test="ai-bulk-progress"
              label={t('{{rows}} of {{total}}', { rows: done.length, total: machines.length })}
              max={machines.length}
              measureLocation={ProgressMeasureLocation.outside}
              size="sm"
              title={
                {
                  running: t('Diagnosing'),
                  stopped: t('Stopped'),
                  done: t('All diagnosed'),
                }[status]
              }
              value={done.length}
            />
          </StackItem>
          <StackItem aria-live="polite" data-test="ai-bulk-groups">
            <Stack hasGutter>
              {groupByCause(done).map((group) => (
                <StackItem key={group.key}>
                  <CauseGroup group={group} />
                </StackItem>
              ))}
            </Stack>
          </StackItem>
        </Stack>
      </ModalBody>
      <ModalFooter>
        {running ? (
          <Button data-test="ai-bulk-stop" onClick={stop} variant="secondary">
            {t('Stop')}
          </Button>
        ) : (
          <Button data-test="ai-bulk-again" onClick={again} variant="secondary">
            {t('Diagnose again')}
          </Button>
        )}
        <Button onClick={onClose} variant="link">
          {t('Close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
