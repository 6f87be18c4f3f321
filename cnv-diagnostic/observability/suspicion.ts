/** Words of a text that may try to give a model orders; most texts hold none of them. */
const HINT =
  /ignore|disregard|forget|override|instruction|you are now|<\/?[a-z]|<\||\[\/?inst|system\s?:|assistant\s?:|\\u(?:20|feff)/i;

/** Each reads a text once: every repetition is bounded. */
const PATTERNS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b[^\n]{0,60}\b(?:instructions?|prompts?|rules?)\b/i,
  /\b(?:new|following|these)\s{1,3}instructions\b/i,
  /\byou are now\b/i,
  /<\/?(?:tool_result|tool_call|tool_use|function_calls?|system|assistant|user|im_start|im_end)\b/i,
  /<\|[a-z_]{1,24}\|>|\[\/?INST\]/i,
  /(?:^|["\n>])\s{0,4}(?:system|assistant)\s?:/i,
  // Escapes of invisible characters and of those that change the direction of writing.
  /\\u(?:200[b-f]|202[a-e]|206[0-9]|feff)/i,
];

/** Of a text; what could be hidden stands in front. */
const LONGEST = 16_384;

/** Whether a text looks like an attempt to steer the model that reads it. A hint, not a verdict. */
export const looksLikeInjection = (text: string): boolean => {
  const read = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  return HINT.test(read) && PATTERNS.some((pattern) => pattern.test(read));
};

/** Whose words look suspicious: those of the cluster in an answer, or those of the caller. */
export const SUSPECTS = ['cluster', 'caller'] as const;
export type Suspect = (typeof SUSPECTS)[number];

/** `text`: of the answer; `args`: of the call, as they came. */
export const suspectsOf = (args: unknown, text: string): Suspect[] => [
  ...(looksLikeInjection(text) ? (['cluster'] as const) : []),
  ...(looksLikeInjection(JSON.stringify(args ?? {})) ? (['caller'] as const) : []),
];
