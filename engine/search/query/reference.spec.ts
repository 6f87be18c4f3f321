import { objectReader } from '../../kubernetes';
import { readInventory, type Inventory } from '../inventory/inventory';
import { interpret } from '../interpret';
import { completeFor, searchInventory } from '../search';
import { CLUSTER } from '../testing/cluster';
import { NOW } from '../testing/machines';
import { compile } from './compile';
import { QUERY_EXAMPLES, queryReference, renderQueryReference } from './reference';

const OPERATORS = queryReference().flatMap(({ name, operators }) =>
  operators.map((operator) => [`${name} ${operator.op}`, operator] as const),
);

let inventory: Inventory;
beforeAll(async () => {
  inventory = await readInventory(objectReader(CLUSTER), { now: NOW });
});

const run = async (text: string): Promise<string> => {
  const request = { query: text, limit: 1 };
  const found = await completeFor(objectReader(CLUSTER), inventory, request, NOW);
  return searchInventory(found, request, NOW).outcome;
};

describe('the examples of the reference', () => {
  it.each(OPERATORS)('%s: can be typed, and is the query beside it', async (_, { text, where }) => {
    const compiled = compile(where, { now: NOW, timeZone: 'UTC' });
    const { interpretation } = interpret(text, inventory.vocabulary, { now: NOW });
    expect('problem' in compiled ? compiled.problem : compiled.where).toEqual(interpretation.where);
    expect(await run(text)).toBe('ok');
  });

  it.each(QUERY_EXAMPLES)('%s', async (text) => {
    expect(await run(text)).toBe('ok');
  });
});

it('has a section for every field', () => {
  const text = renderQueryReference();
  for (const { name, label } of queryReference())
    expect(text).toContain(`### ${name}\n\n${label}.`);
});
