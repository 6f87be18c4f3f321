import { useState } from 'react';
import { Button, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { StarIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../../../i18n';
import type { Question } from '../question';
import { NAME_LIMIT } from './history';
import { NameForm } from './NameForm';
import type { History } from './useHistory';

export type SaveSearchProps = {
  readonly history: Pick<History, 'saved' | 'save'>;
  readonly question: Question;
};

/** Keeps the question, chips included, under a name. */
export const SaveSearch = ({ history, question }: SaveSearchProps) => {
  const { t } = usePluginTranslation();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        data-test="ai-search-save"
        icon={<StarIcon />}
        onClick={() => setOpen(true)}
        variant="link"
      >
        {t('Save search')}
      </Button>
      <Modal aria-labelledby="ai-search-save-title" isOpen={open} onClose={close} variant="small">
        <ModalHeader labelId="ai-search-save-title" title={t('Save search')} />
        <ModalBody>
          <NameForm
            name={question.sentence.slice(0, NAME_LIMIT)}
            onCancel={close}
            onSave={(name) => {
              history.save(question, name);
              close();
            }}
            saved={history.saved}
          />
        </ModalBody>
      </Modal>
    </>
  );
};
