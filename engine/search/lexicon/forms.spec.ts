import { tokenize } from '../sentence/tokens';
import { plainForms, splitElisions, withEndings } from './forms';

it.each([
  ['parada', ['parada']],
  ['parad{o,a}', ['parado', 'parada']],
  ['cré{e,es} par', ['crée par', 'crées par']],
  ['plan{o,a} alt{o,a}', ['plano alto', 'plano alta', 'plana alto', 'plana alta']],
])('%s stands for %j', (text, forms) => {
  expect(withEndings(text)).toEqual(forms);
});

it.each([
  ['detenida', []],
  ['última', ['ultima']],
  ['größer', ['grosser', 'groesser']],
  ['停止', []],
])('%s is also typed %j', (text, forms) => {
  expect([...new Set(plainForms(text))]).toEqual(forms);
});

it('splits what is written together and keeps its place in the sentence', () => {
  const sentence = "VM d'hier l'agent d'";
  const tokens = splitElisions(tokenize(sentence), ["d'", "l'"]);
  expect(tokens.map(({ text }) => text)).toEqual(['vm', "d'", 'hier', "l'", 'agent', "d'"]);
  for (const { start, end, raw } of tokens) expect(sentence.slice(start, end)).toBe(raw);
});
