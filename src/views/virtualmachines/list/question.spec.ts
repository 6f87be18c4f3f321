import { readQuestion, writeQuestion, type Question } from './question';

const read = (search: string) => readQuestion(new URLSearchParams(search));

describe('readQuestion', () => {
  it.each([
    ['nothing', '', { sentence: '' }],
    ['a sentence', 'q=stopped+VMs', { sentence: 'stopped VMs' }],
    [
      'edited chips',
      `filter=${encodeURIComponent('{"all":[{"field":"node","op":"is","value":"a"}]}')}`,
      { sentence: '', filter: { all: [{ field: 'node', op: 'is', value: 'a' }] } },
    ],
  ])('reads %s', (_name, search, question) => {
    expect(read(search)).toEqual({ question, broken: false });
  });

  it.each([
    ['no JSON', '%7B'],
    ['another shape', '%5B1%5D'],
    ['a comparison without operator', encodeURIComponent('{"field":"node"}')],
    ['nesting without end', encodeURIComponent('{"not":'.repeat(5000) + '1' + '}'.repeat(5000))],
  ])('says that a filter of %s is broken, and keeps the sentence', (_name, filter) => {
    expect(read(`q=stopped&filter=${filter}`)).toEqual({
      question: { sentence: 'stopped' },
      broken: true,
    });
  });
});

describe('writeQuestion', () => {
  const questions: Question[] = [
    { sentence: '' },
    { sentence: '100% & <b>"quoted"</b> ünï' },
    {
      sentence: 'x',
      filter: { any: [{ not: { field: 'status', op: 'in', value: ['Running'] } }] },
    },
  ];
  it.each(questions)('is read back the same: %j', (question) => {
    const written = writeQuestion(question, new URLSearchParams('q=old&filter={}'));
    expect(readQuestion(written).question).toEqual(question);
  });

  it('leaves other parameters alone', () => {
    expect(writeQuestion({ sentence: 'a' }, new URLSearchParams('tab=x')).toString()).toBe(
      'tab=x&q=a',
    );
  });
});
