import type { Judged, Verdict } from './judge';
import { listing, scoreByCategory, table } from './report';

const judged = (category: string, verdict: Verdict, locale?: string): Judged => ({
  entry: { category, sentence: `${category} ${verdict}`, locale, expect: { refuse: 'any' } },
  verdict,
  detail: 'why',
});
const all = [
  judged('status', 'right'),
  judged('status', 'wrong'),
  judged('es', 'question', 'es'),
  judged('refused', 'refused'),
];

describe('the report', () => {
  it('scores each category and all', () => {
    expect(scoreByCategory(all)).toMatchObject({
      status: { total: 2, right: 1, wrong: 1, question: 0, refused: 0 },
      es: { total: 1, question: 1 },
      refused: { total: 1, refused: 1 },
      all: { total: 4, right: 1, wrong: 1, question: 1, refused: 1 },
    });
  });

  it('is a table with a line for each', () => {
    const lines = table(scoreByCategory(all)).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'category',
      'status',
      'es',
      'refused',
      'all',
    ]);
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
  });

  it('lists the sentences of a verdict with what was wrong', () => {
    expect(listing(all, 'wrong')).toEqual(['[status] status wrong -> why']);
    expect(listing(all, 'question')).toEqual(['[es] es question (es) -> why']);
  });
});
