import { makeChip } from '../../../testing/factories';
import {
  editableText,
  groupChips,
  whereOf,
  withChipText,
  withoutChip,
  withoutProject,
} from './chips';

const status = makeChip();
const prod = makeChip({
  id: 'prod',
  field: 'namespace',
  group: 'g',
  where: { field: 'namespace', op: 'is', value: 'prod-*' },
});
const test = makeChip({
  id: 'test',
  field: 'namespace',
  group: 'g',
  where: { field: 'namespace', op: 'is', value: 'test' },
});
const notNode = makeChip({
  id: 'node',
  negated: true,
  where: { not: { field: 'node', op: 'is', value: 'worker-1' } },
});
const memory = makeChip({
  id: 'memory',
  value: '8 GiB',
  where: { field: 'memory', op: 'gte', value: 8 * 2 ** 30 },
});

describe('groupChips', () => {
  it('keeps alternatives together at the place of the first', () => {
    const groups = groupChips([prod, status, test]).map((group) => group.map(({ id }) => id));
    expect(groups).toEqual([['prod', 'test'], ['chip-status']]);
  });
});

describe('whereOf', () => {
  it('asks for every chip, and for any of a group', () => {
    expect(whereOf([status, prod, test])).toEqual({
      all: [status.where, { any: [prod.where, test.where] }],
    });
  });
});

describe('withoutChip', () => {
  it('drops one chip; a group of one left is no alternative any more', () => {
    expect(withoutChip([status, prod, test], 'test')).toEqual({ all: [status.where, prod.where] });
  });

  it('leaves nothing to ask when the last one goes', () => {
    expect(withoutChip([status], status.id)).toBeUndefined();
  });
});

describe('editableText', () => {
  it.each([
    ['a list', status, 'Running'],
    ['a text', prod, 'prod-*'],
    ['a negated text', notNode, 'worker-1'],
    ['a number, with its unit', memory, '8 GiB'],
  ])('is the value of %s', (_name, chip, text) => {
    expect(editableText(chip)).toBe(text);
  });

  it.each([
    ['a flag', { field: 'guestAgent', op: 'is', value: true }],
    ['no value', { field: 'node', op: 'exists' }],
    ['more than one comparison', { all: [] }],
  ])('is missing for %s', (_name, where) => {
    expect(editableText(makeChip({ where }))).toBeUndefined();
  });
});

describe('withChipText', () => {
  it.each([
    ['a list from words', status, 'Running, Paused,', ['Running', 'Paused']],
    ['a text', prod, ' dev ', 'dev'],
    ['a number', memory, '1024', 1024],
    ['a quantity as it is typed', memory, '16 GiB', '16 GiB'],
  ])('makes %s', (_name, chip, text, value) => {
    expect(withChipText([chip], chip.id, text)).toEqual({ all: [{ ...chip.where, value }] });
  });

  it('keeps a negation', () => {
    expect(withChipText([notNode], 'node', 'worker-2')).toEqual({
      all: [{ not: { field: 'node', op: 'is', value: 'worker-2' } }],
    });
  });

  it.each([
    ['nothing', ' '],
    ['commas only', ', ,'],
  ])('refuses %s', (_name, text) => {
    expect(withChipText([status], status.id, text)).toBeUndefined();
  });

  it('refuses a chip that is not there', () => {
    expect(withChipText([status], 'gone', 'x')).toBeUndefined();
  });
});

describe('withoutProject', () => {
  const project = { field: 'namespace', op: 'in', value: ['demo'] };
  const status = { field: 'status', op: 'in', value: ['Running'] };
  it.each([
    ['the project beside others', { all: [project, status] }, { all: [status] }],
    ['the project at any depth', { all: [{ all: [project] }, status] }, { all: [status] }],
    ['nothing but the project', { all: [{ all: [project] }] }, undefined],
    ['another project', { ...project, value: ['other'] }, { ...project, value: ['other'] }],
    [
      'several projects',
      { ...project, value: ['demo', 'x'] },
      { ...project, value: ['demo', 'x'] },
    ],
    ['an alternative', { any: [project, status] }, { any: [project, status] }],
    ['a negation', { not: project }, { not: project }],
  ])('of %s', (_name, where, left) => {
    expect(withoutProject(where, 'demo')).toEqual(left);
  });
});
