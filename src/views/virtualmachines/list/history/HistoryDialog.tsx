import { useRef } from 'react';
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
import { usePluginTranslation } from '../../../../i18n';
import type { Question } from '../question';
import { RecentList } from './RecentList';
import { SavedList } from './SavedList';
import type { History } from './useHistory';

export type HistoryDialogProps = {
  readonly history: History;
  readonly onAsk: (question: Question) => void;
  readonly onClose: () => void;
};

/** What was saved and what was asked, to ask it again. */
export const HistoryDialog = ({ history, onAsk, onClose }: HistoryDialogProps) => {
  const { t } = usePluginTranslation();
  const body = useRef<HTMLDivElement>(null);
  const ask = (question: Question): void => {
    onClose();
    onAsk(question);
  };
  const refocus = (): void => body.current?.focus();
  const { saved, recent } = history;
  return (
    <Modal aria-labelledby="ai-search-history-title" isOpen onClose={onClose} variant="medium">
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
                <Content component="p">{t('None yet. What you search for is kept here.')}</Content>
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
  );
};
