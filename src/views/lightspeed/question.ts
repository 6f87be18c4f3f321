/** A question for the model in its parts. `promptOf` makes the text that is sent. */
export type LightspeedQuestion = {
  /** What is asked, in our words; a VM is named through `vmPhrase` only. */
  readonly task: string;
  /** What to keep to, one sentence each. */
  readonly rules: readonly string[];
  /** Lines made by `factLine`, the most important first. */
  readonly facts: readonly string[];
  /** `findings`: our own facts are among them; `general`: only the user's words are. */
  readonly basis: 'findings' | 'general';
  /** Namespaces it tells about; one that opted out is never sent to a model. */
  readonly namespaces: readonly string[];
  /** Root causes it is about. */
  readonly about?: readonly string[];
  /** The object it is about and its version: an answer about an older one is not shown again. */
  readonly subject?: string;
  /** How long an answer stays good, in milliseconds; an hour unless told. */
  readonly lasts?: number;
};
