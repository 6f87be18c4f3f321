import { english } from '../messages';
import { conditionMeaning, CONDITIONS } from './condition-meanings';
import { STRATEGIES, strategyMeaning } from './strategy-meanings';

const textOf = (type: string, status: string): string | undefined => {
  const meaning = conditionMeaning(type, status);
  return meaning && english(meaning);
};

describe('conditionMeaning', () => {
  it.each(Object.keys(CONDITIONS))('tells %s apart by its status', (type) => {
    const told = ['True', 'False', 'Unknown'].map((status) => textOf(type, status));
    expect(new Set(told).size).toBe(3);
    for (const sentence of told) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it.each(['Custom', 'constructor', ''])('knows nothing of %j', (type) => {
    expect(textOf(type, 'True')).toBeUndefined();
  });
});

describe('strategyMeaning', () => {
  it('has a sentence of its own for each strategy', () => {
    const told = Object.keys(STRATEGIES).map((strategy) => strategyMeaning(strategy)?.id);
    expect(new Set(told).size).toBe(Object.keys(STRATEGIES).length);
  });

  it.each(['Sometimes', 'toString'])('knows nothing of %j', (strategy) => {
    expect(strategyMeaning(strategy)).toBeUndefined();
  });
});
