import { textAt } from '@cnv-ai/engine/kubernetes';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChatAttachment } from './open-chat';
import { withEvent, type Turn } from './conversation';
import { ask, sentenceOf } from './stream';

type Submit = (query: string, attachments?: readonly ChatAttachment[], hidden?: boolean) => void;

/** The turns of one conversation, and how to add to it, stop the answer or start anew. */
export const useConversation = () => {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const running = useRef<AbortController | undefined>(undefined);
  const conversation = useRef<string | undefined>(undefined);
  const lastId = useRef(0);

  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const follow = useCallback(
    async (id: number, query: string, attachments: readonly ChatAttachment[]) => {
      const change = (step: (turn: Turn) => Turn): void =>
        setTurns((before) => before.map((turn) => (turn.id === id ? step(turn) : turn)));
      const controller = new AbortController();
      running.current = controller;
      let announced: string | undefined;
      let error: string | undefined = 'The answer broke off: ask again.';
      try {
        const { signal } = controller;
        for await (const event of ask({
          query,
          conversation: conversation.current,
          attachments,
          signal,
        })) {
          announced ??= textAt(event, 'data', 'conversation_id');
          change((turn) => withEvent(turn, event));
          const name = textAt(event, 'event');
          // A conversation exists for the service only once an answer came to its end.
          if (name === 'end') conversation.current = announced;
          if (name === 'end' || name === 'error') error = undefined;
        }
      } catch (problem) {
        error = controller.signal.aborted ? 'Stopped.' : sentenceOf(problem);
      }
      running.current = undefined;
      change((turn) => ({ ...turn, done: true, error: turn.error ?? error }));
    },
    [],
  );

  const submit = useCallback<Submit>(
    (query, attachments = [], hidden = false) => {
      // As in the real chat: one answer at a time.
      if (running.current || query.trim() === '') return;
      lastId.current += 1;
      const id = lastId.current;
      setTurns((before) => [
        ...before,
        { id, question: query, hidden, answer: '', tools: [], done: false },
      ]);
      void follow(id, query, attachments);
    },
    [follow],
  );

  const clear = useCallback(() => {
    stop();
    conversation.current = undefined;
    setTurns([]);
  }, [stop]);

  return { turns, submit, stop, clear };
};
