import { Button } from '@patternfly/react-core';
import { CommentsIcon } from '@patternfly/react-icons';
import { useCallback, useState, type ReactNode } from 'react';
import { Chat } from './Chat';
import { ChatContext, type ChatAttachment, type OpenChat } from './open-chat';
import { useConversation } from './useConversation';

type Props = { installed: boolean; children: ReactNode };

/** The chat beside every page, where Lightspeed runs. */
export const ChatProvider = ({ installed, children }: Props) => {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState('');
  const [attached, setAttached] = useState<readonly ChatAttachment[]>([]);
  const conversation = useConversation();
  const { submit } = conversation;
  const openChat = useCallback<OpenChat>(
    (prompt = '', attachments = [], submitImmediately = false, hidePrompt = false) => {
      setOpen(true);
      if (submitImmediately) submit(prompt, attachments, hidePrompt);
      else {
        setDraft(prompt);
        setAttached(attachments);
      }
    },
    [submit],
  );
  const send = (): void => {
    submit(draft, attached);
    setDraft('');
    setAttached([]);
  };
  return (
    <ChatContext.Provider value={openChat}>
      {children}
      {installed && open ? (
        <div className="development-chat">
          <Chat
            conversation={conversation}
            draft={draft}
            onDraft={setDraft}
            onSubmit={send}
            onClose={() => setOpen(false)}
          />
        </div>
      ) : null}
      {installed ? (
        <div className="development-chat-button">
          <Button icon={<CommentsIcon />} onClick={() => setOpen(!open)} data-test="chat-toggle">
            Lightspeed
          </Button>
        </div>
      ) : null}
    </ChatContext.Provider>
  );
};
