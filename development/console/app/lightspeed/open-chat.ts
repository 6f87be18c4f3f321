import { createContext, useContext } from 'react';

/** An attachment as other plugins hand it to the chat. */
export type ChatAttachment = { attachmentType: string; value: string };

export type OpenChat = (
  prompt?: string,
  attachments?: readonly ChatAttachment[],
  submitImmediately?: boolean,
  hidePrompt?: boolean,
) => void;

export const ChatContext = createContext<OpenChat>(() => undefined);

/** The hook behind `ols-open-handler`: opens the chat with a question in it, or asks it at once. */
export const useOpenChat = (): OpenChat => useContext(ChatContext);
