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
};
