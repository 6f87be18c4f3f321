import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { flagAt, SECOND } from '@cnv-ai/engine/kubernetes';
import { LIGHTSPEED } from '../../answers/lightspeed-api';

const TIME = 10 * SECOND;

export type Opinion = {
  readonly conversation: string;
  readonly question: string;
  readonly answer: string;
  readonly helpful: boolean;
  /** Ids of the root causes it was about. */
  readonly about: readonly string[];
};

let enabled: Promise<boolean> | undefined;

/** Whether the administrator lets users say what they think of answers; asked once per page load. */
export const feedbackEnabled = (): Promise<boolean> => {
  enabled ??= consoleFetch(`${LIGHTSPEED}/v1/feedback/status`, {
    signal: AbortSignal.timeout(TIME),
  })
    .then((response) => response.json())
    .then((body: unknown) => flagAt(body, 'status', 'enabled') === true)
    .catch(() => false);
  return enabled;
};

/** Sends an opinion to Lightspeed; rejects when it is not taken. */
export const sendFeedback = async (opinion: Opinion): Promise<void> => {
  await consoleFetch(`${LIGHTSPEED}/v1/feedback`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      conversation_id: opinion.conversation,
      user_question: opinion.question,
      llm_response: opinion.answer,
      sentiment: opinion.helpful ? 1 : -1,
      user_feedback: `cnv-ai-plugin; root causes: ${opinion.about.join(', ') || 'none'}`,
    }),
    signal: AbortSignal.timeout(TIME),
  });
};
