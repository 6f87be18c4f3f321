import { teachLanguages } from '../languages';
import { lexiconFor } from '../lexicon';
import { vocabularyOf } from '../vocabulary';
import { toItems } from './to-items';
import { tokenize } from './tokens';
import { inEnglishOrder } from './word-order';

teachLanguages();

const ordered = (sentence: string, language: string): string[] =>
  inEnglishOrder(toItems(tokenize(sentence), sentence, lexiconFor(language), vocabularyOf([]))).map(
    ({ raw }) => raw,
  );

describe('words go where English has them', () => {
  it.each([
    ['a negation before its constraint', 'ja', 'Windows 以外', ['以外', 'Windows']],
    ['before a whole list', 'ja', 'prod-a と prod-b 以外', ['以外', 'prod-a', 'と', 'prod-b']],
    ['before a label and its key', 'ko', '레이블 team 없는', ['없는', '레이블', 'team']],
    ['before a pair', 'ja', 'team=web 以外', ['以外', 'team', '=', 'web']],
    ['nowhere without a constraint', 'ja', 'VM 以外', ['VM', '以外']],
    ['a preposition of time after its span', 'es', 'hace 3 días', ['3', 'días', 'hace']],
    ['and the comparison', 'de', 'vor mehr als 3 Tagen', ['mehr als', '3', 'Tagen', 'vor']],
    ['but not before a day', 'de', 'vor Montag', ['vor', 'Montag']],
    ['an adjective before its unit', 'es', 'semana pasada', ['pasada', 'semana']],
    ['or its number', 'fr', '3 derniers jours', ['derniers', '3', 'jours']],
    ['a verb before its time', 'ja', '3日前作成された', ['作成された', '3', '日', '前']],
    ['a comparison before a span', 'zh', '30天以上', ['以上', '30', '天']],
    ['but not before an amount', 'zh', '8GB以上', ['8GB', '以上']],
    ['a superlative before its noun', 'es', '5 VMs más grandes', ['más grandes', '5', 'VMs']],
    ['what is said twice only once', 'zh', '除了Windows以外', ['除了', 'Windows', '以外']],
  ])('%s', (_name, language, sentence, expected) => {
    expect(ordered(sentence, language)).toEqual(expected);
  });
});

it('leaves English as it is', () => {
  const sentence = 'VMs not in prod created more than 3 days ago, the 5 biggest';
  const items = toItems(tokenize(sentence), sentence, lexiconFor('en'), vocabularyOf([]));
  expect(inEnglishOrder(items)).toEqual(items);
});
