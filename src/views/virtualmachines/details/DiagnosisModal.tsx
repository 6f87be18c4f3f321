import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { Link } from 'react-router';
import { DiagnosisOf } from '../../../components/DiagnosisOf';
import { diagnosisPath } from '../../../components/vm-paths';
import { usePluginTranslation } from '../../../i18n';

export type DiagnosisModalProps = {
  readonly namespace: string;
  readonly vmName: string;
  readonly cluster?: string;
  readonly closeOverlay: () => void;
};

const TITLE_ID = 'ai-diagnosis-modal-title';

/** The findings over whatever page the action was chosen on. */
export const DiagnosisModal = ({
  namespace,
  vmName,
  cluster,
  closeOverlay,
}: DiagnosisModalProps) => {
  const { t } = usePluginTranslation();
  return (
    <Modal
      aria-labelledby={TITLE_ID}
      data-test="ai-diagnosis-modal"
      isOpen
      onClose={closeOverlay}
      variant="medium"
    >
      <ModalHeader
        labelId={TITLE_ID}
        title={t('AI diagnosis of {{vm}}', { vm: `${namespace}/${vmName}` })}
      />
      <ModalBody tabIndex={0}>
        <DiagnosisOf cluster={cluster} request={{ namespace, vmName }} />
      </ModalBody>
      <ModalFooter>
        {cluster === undefined ? (
          <Button
            component={(props) => <Link {...props} to={diagnosisPath(namespace, vmName)} />}
            onClick={closeOverlay}
            variant="primary"
          >
            {t('Open the AI diagnosis tab')}
          </Button>
        ) : null}
        <Button onClick={closeOverlay} variant="link">
          {t('Close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
