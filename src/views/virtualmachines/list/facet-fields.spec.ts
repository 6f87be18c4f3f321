import { makeChip } from '../../../testing/factories';
import { isChosen, toggled } from './facet-fields';

const running = makeChip();
const node = makeChip({
  id: 'chip-node',
  field: 'node',
  where: { field: 'node', op: 'is', value: 'worker-1' },
});

describe('toggled', () => {
  it('adds a constraint to those there are', () => {
    expect(toggled([running], 'namespace', 'prod-web')).toEqual({
      all: [{ all: [running.where] }, { field: 'namespace', op: 'in', value: ['prod-web'] }],
    });
  });

  it('is the first constraint where there is none', () => {
    expect(toggled([], 'status', 'Running')).toEqual({
      all: [{ field: 'status', op: 'in', value: ['Running'] }],
    });
  });

  it.each([
    ['in', 'status', 'Running', { all: [node.where] }],
    ['is', 'node', 'worker-1', { all: [running.where] }],
  ])('takes away the constraint that says just that, with %s', (_op, field, value, filter) => {
    expect(toggled([running, node], field, value)).toEqual(filter);
  });

  it('takes the last constraint away', () => {
    expect(toggled([running], 'status', 'Running')).toBeUndefined();
  });
});

describe('isChosen', () => {
  it.each([
    ['another value', makeChip({ where: { field: 'status', op: 'in', value: ['Paused'] } })],
    [
      'several values',
      makeChip({ where: { field: 'status', op: 'in', value: ['Running', 'Paused'] } }),
    ],
    ['a negation', makeChip({ where: { not: running.where } })],
    ['one of several alternatives', makeChip({ group: 'g' })],
    ['another field', node],
  ])('is not what %s says', (_name, chip) => {
    expect(isChosen([chip], 'status', 'Running')).toBe(false);
  });

  it('is what the constraint alone says', () => {
    expect(isChosen([node, running], 'status', 'Running')).toBe(true);
  });
});
