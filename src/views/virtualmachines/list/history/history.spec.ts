import {
  nameProblem,
  readRecent,
  readSaved,
  remembered,
  renamed,
  withoutSaved,
  withSaved,
} from './history';

const filter = { all: [{ field: 'status', op: 'in', value: ['Running'] }] };
const saved = [
  { name: 'mine', sentence: 'running VMs', filter },
  { name: 'other', sentence: 'x' },
];

describe('remembered', () => {
  it('puts the sentence first, once', () => {
    expect(remembered(['a', 'b'], ' b ')).toEqual(['b', 'a']);
  });

  it('keeps the last twenty', () => {
    const many = Array.from({ length: 30 }, (_v, n) => `s${n}`).reduce<readonly string[]>(
      remembered,
      [],
    );
    expect(many).toHaveLength(20);
    expect(many[0]).toBe('s29');
    expect(many.at(-1)).toBe('s10');
  });

  it.each([
    ['nothing', '  '],
    ['what was refused for its length', 'x'.repeat(501)],
  ])('does not keep %s', (_name, sentence) => {
    expect(remembered(['a'], sentence)).toEqual(['a']);
  });
});

describe('what is stored', () => {
  it.each([[undefined], [null], ['text'], [{ 0: 'a' }], [[1, {}, null]]])(
    'is nothing when it is %j',
    (stored) => {
      expect(readRecent(stored)).toEqual([]);
      expect(readSaved(Array.isArray(stored) ? stored : [stored])).toEqual([]);
    },
  );

  it('is read back the same after a trip through JSON', () => {
    expect(readSaved(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  });

  it('is left out where its filter is none', () => {
    expect(readSaved([{ name: 'a', sentence: 'b', filter: { nonsense: 1 } }])).toEqual([]);
  });
});

describe('nameProblem', () => {
  const full = Array.from({ length: 50 }, (_v, n) => ({ name: `n${n}`, sentence: 'x' }));
  it.each([
    ['an empty name', saved, '  ', undefined, 'empty'],
    ['a long name', saved, 'x'.repeat(81), undefined, 'long'],
    ['a name that is taken', saved, 'mine ', undefined, 'taken'],
    ['a new name when there is no room', full, 'new', undefined, 'full'],
    ['its own name', saved, 'mine', 'mine', undefined],
    ['a new name', saved, 'new', undefined, undefined],
    ['another name when there is no room', full, 'new', 'n1', undefined],
  ])('judges %s', (_name, list, name, own, problem) => {
    expect(nameProblem(list, name, own)).toBe(problem);
  });
});

describe('saved searches', () => {
  it('are kept with their filter, renamed in their place and deleted', () => {
    const question = { sentence: 'stopped', filter };
    const more = withSaved(saved, question, ' new ');
    expect(more.at(-1)).toEqual({ name: 'new', ...question });
    expect(renamed(more, 'mine', 'ours').map(({ name }) => name)).toEqual(['ours', 'other', 'new']);
    expect(withoutSaved(more, 'other').map(({ name }) => name)).toEqual(['mine', 'new']);
  });
});
