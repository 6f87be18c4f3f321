import type { ReactNode } from 'react';
import './tool-ui.css';

/** A view in a message of the chat: what is wider scrolls in itself, or it would widen the message. */
export const InChat = ({ children }: { readonly children: ReactNode }) => (
  <div className="cnv-ai-plugin__in-chat">{children}</div>
);
