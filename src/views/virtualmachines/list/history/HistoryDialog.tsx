import { useRef, useState } from 'react';
import {
  Button,
  Content,
  Modal,
  ModalBody,
  ModalHeader,
  Stack,
  StackItem,
  Title,
} from '@patternfly/react-core';
import { HistoryIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../../../i18n';
import type { Question } from '../question';
import { RecentList } from './RecentList';
import { SavedList } from './SavedList';
import type { History } from './useHistory';

export type HistoryDialogProps = {
  readonly history: History;
  readonly onAsk: (question: Question) => void;
};

/** What was saved and what was asked, to ask it again. */
export const HistoryDialog = ({ history, onAsk }: HistoryDialogProps) => {
  const { t } = usePluginTranslation();
  const [open, setOpen] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const close = (): void => setOpen(false);
  const ask = (question: Question): void => {
    close();
    onAsk(question);
  };
  const refocus = (): void => body.current?.focus();
  const { saved, recent } = history;
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-label={t('Saved and recent searches')}
        data-test="ai-search-history"
        icon={<HistoryIcon />}
        onClick={() => setOpen(true)}
        variant="control"
      />
      <Modal
        aria-labelledby="ai-search-history-title"
        isOpen={open}
        onClose={close}
        variant="medium"
      >
        <ModalHeader labelId="ai-search-history-title" title={t('Saved and recent searches')} />
        <ModalBody>
          <div data-test="ai-search-history-body" ref={body} tabIndex={-1}>
            <Stack hasGutter>
              <StackItem>
                <Title headingLevel="h2" size="md">
                  {t('Saved searches')}
                </Title>
                {saved.length === 0 ? (
                  <Content component="p">
                    {t('None yet. Search, then choose “Save search” above the result.')}
                  </Content>
                ) : (
                  <SavedList history={history} onAsk={ask} onGone={refocus} />
                )}
              </StackItem>
              <StackItem>
                <Title headingLevel="h2" size="md">
                  {t('Recent searches')}
                </Title>
                {recent.length === 0 ? (
                  <Content component="p">
                    {t('None yet. What you search for is kept here.')}
                  </Content>
                ) : (
                  <>
                    <RecentList
                      onAsk={(sentence) => ask({ sentence })}
                      onForget={(sentence) => {
                        history.forget(sentence);
                        refocus();
                      }}
                      recent={recent}
                    />
                    <Button
                      isInline
                      onClick={() => {
                        history.forgetAll();
                        refocus();
                      }}
                      variant="link"
                    >
                      {t('Clear recent searches')}
                    </Button>
                  </>
                )}
              </StackItem>
            </Stack>
          </div>
        </ModalBody>
      </Modal>
    </>
  );
};
