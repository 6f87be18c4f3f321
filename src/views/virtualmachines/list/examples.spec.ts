import { readFileSync } from 'node:fs';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { english } from '@cnv-ai/engine/messages';
import { exampleSentences, vocabularyOf } from '@cnv-ai/engine/search';
import { asker } from '../../../../engine/search/testing/languages';
import { EXAMPLES } from './examples';

const OF_A_CLUSTER = exampleSentences({
  ...vocabularyOf([]),
  namespaces: new Map([['prod-db', {}]]),
  nodes: new Set(['worker-1']),
  labels: new Map([['team', new Set(['web'])]]),
});

const translations = (language: string): unknown =>
  JSON.parse(
    readFileSync(`${__dirname}/../../../../locales/${language}/plugin__cnv-ai-plugin.json`, 'utf8'),
  );

/** Languages tell the parts of one filter in another order. */
const meaning = (readable: string | undefined): string[] => (readable ?? '').split(/, | → /).sort();

describe.each(['es', 'fr', 'ja', 'ko', 'zh'])('the examples in %s', (language) => {
  it('find what they find in English', async () => {
    const [ask, askInEnglish] = await Promise.all([asker(language), asker('en')]);
    const translated = translations(language);
    for (const example of [...OF_A_CLUSTER, ...EXAMPLES]) {
      const sentence = english({ ...example, id: textAt(translated, example.id) ?? '' });
      const [answer] = ask(sentence);
      const [expected] = askInEnglish(english(example));
      expect([sentence, answer?.outcome, meaning(answer?.readable)]).toEqual([
        sentence,
        'ok',
        meaning(expected?.readable),
      ]);
    }
  });
});
