import { Problem } from './http';
import { isUuid } from './requests';
import type { ToolCallData, ToolResultData } from './events';

export type Exchange = {
  question: string;
  answer: string;
  toolCalls: readonly ToolCallData[];
  toolResults: readonly ToolResultData[];
};

type Conversation = { topic: string; changedAt: number; exchanges: Exchange[] };

/** All users share one cache; the conversation touched longest ago goes first. */
const capacity = 1000;

const checkId = (id: string): void => {
  if (isUuid(id)) return;
  throw new Problem(400, {
    response: 'Invalid conversation ID format',
    cause: `Conversation ID ${id} is not valid`,
  });
};

const notFound = (id: string): Problem =>
  new Problem(404, {
    response: 'Conversation not found',
    cause: `Conversation ${id} does not exist`,
  });

const asMessages = ({ question, answer, toolCalls, toolResults }: Exchange): unknown => ({
  messages: [
    { type: 'user', content: question },
    { type: 'assistant', content: answer },
  ],
  tool_calls: toolCalls,
  tool_results: toolResults,
});

/** Conversations per user, in memory. A map keeps them in the order they were last touched. */
export class Conversations {
  private readonly all = new Map<string, Conversation>();

  private readonly key = (user: string, id: string): string => `${user}/${id}`;

  history(user: string, id: string): readonly Exchange[] {
    return this.all.get(this.key(user, id))?.exchanges ?? [];
  }

  append(user: string, id: string, exchange: Exchange): void {
    const key = this.key(user, id);
    const { topic = exchange.question.slice(0, 80), exchanges = [] } = this.all.get(key) ?? {};
    this.all.delete(key);
    this.all.set(key, { topic, changedAt: Date.now(), exchanges: [...exchanges, exchange] });
    for (const oldest of this.all.keys()) {
      if (this.all.size <= capacity) break;
      this.all.delete(oldest);
    }
  }

  list(user: string): unknown {
    const own = [...this.all].filter(([key]) => key.startsWith(`${user}/`)).reverse();
    return {
      conversations: own.map(([key, { topic, changedAt, exchanges }]) => ({
        conversation_id: key.slice(user.length + 1),
        topic_summary: topic,
        last_message_timestamp: changedAt / 1000,
        message_count: exchanges.length,
      })),
    };
  }

  read(user: string, id: string): unknown {
    checkId(id);
    const found = this.history(user, id);
    if (found.length === 0) throw notFound(id);
    return { conversation_id: id, chat_history: found.map(asMessages) };
  }

  /** A conversation that does not exist is no error: 200 with `success: false`. */
  remove(user: string, id: string): unknown {
    checkId(id);
    const success = this.all.delete(this.key(user, id));
    const response = success ? 'Conversation deleted successfully' : 'Conversation not found';
    return { conversation_id: id, response, success };
  }

  rename(user: string, id: string, topic: string): unknown {
    checkId(id);
    const found = this.all.get(this.key(user, id));
    if (!found) throw notFound(id);
    found.topic = topic;
    return { conversation_id: id, success: true, message: 'Topic summary updated successfully' };
  }
}
