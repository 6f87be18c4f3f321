import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { parametersOf } from './parameters';
import { contentWords, sameWord } from './words';

type Field = { weight: number; words: readonly string[] };

/** Up to so many words a description counts in full; a longer one meets more words by chance. */
const fullLength = 20;

const fieldsOf = (tool: Tool): Field[] => {
  const parameters = parametersOf(tool.inputSchema);
  const description = [...contentWords(tool.description ?? '')];
  const brevity = Math.min(1, Math.sqrt(fullLength / Math.max(1, description.length)));
  return [
    { weight: 3, words: [...contentWords(`${tool.name} ${tool.title ?? ''}`)] },
    { weight: 1.5 * brevity, words: description },
    { weight: 1, words: parameters.flatMap(({ words }) => words) },
    { weight: 0.5, words: [...contentWords(parameters.map((p) => p.description).join(' '))] },
  ];
};

const weightOf = (word: string, fields: readonly Field[]): number =>
  Math.max(
    0,
    ...fields.map(({ weight, words }) => (words.some((each) => sameWord(each, word)) ? weight : 0)),
  );

/** How well each tool's own words match the question; a word every tool knows says little. */
export const scoreTools = (question: string, tools: readonly Tool[]): number[] => {
  const fields = tools.map(fieldsOf);
  const scores = tools.map(() => 0);
  for (const word of contentWords(question)) {
    const weights = fields.map((each) => weightOf(word, each));
    const known = weights.filter((weight) => weight > 0).length;
    if (known === 0) continue;
    const rarity = Math.log(1 + tools.length / known);
    weights.forEach((weight, index) => {
      scores[index] = (scores[index] ?? 0) + weight * rarity;
    });
  }
  return scores;
};
