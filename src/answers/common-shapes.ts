import type { ObjectRef, UnreadReason } from '@cnv-ai/engine/kubernetes';
import type { Message } from '@cnv-ai/engine/messages';
import { either, number, object, oneOf, optional, recordOf, text } from './shape';

export const message = object<Message>({ id: text, params: recordOf(either(text, number)) });

export const objectRef = object<ObjectRef>({
  apiVersion: text,
  kind: text,
  namespace: optional(text),
  name: text,
  uid: optional(text),
});

export const unreadReason = oneOf<UnreadReason>(
  'forbidden',
  'unavailable',
  'deadline',
  'not_installed',
);
