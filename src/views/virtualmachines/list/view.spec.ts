import { afterQuestion, pageAfter, pageBefore, readView, writeView, type View } from './view';

const read = (search: string) => readView(new URLSearchParams(search));
const written = (view: View, search = '') =>
  writeView(view, new URLSearchParams(search)).toString();
const first: View = { limit: 50, page: 1, cursors: [] };

describe('readView', () => {
  it.each([
    ['nothing', '', first],
    ['an order', 'sort=-memory', { ...first, sort: { by: 'memory', direction: 'desc' } }],
    ['a size', 'size=100', { ...first, limit: 100 }],
    ['a page', 'page=2&cursor=a', { ...first, page: 2, cursors: ['a'] }],
    [
      'columns, those of labels too',
      'columns=name,label:app.kubernetes.io/name',
      { ...first, columns: ['name', 'label:app.kubernetes.io/name'] },
    ],
  ])('reads %s', (_name, search, view) => {
    expect(read(search)).toEqual(view);
  });

  it.each([
    ['a size that is not offered', 'size=100000'],
    ['a size that is no number', 'size=many'],
    ['a page without its cursor', 'page=7'],
    ['an empty order', 'sort=-'],
    ['columns nobody knows', 'columns=constructor,label:,x'],
  ])('takes %s as if it were not there', (_name, search) => {
    expect(read(search)).toEqual(first);
  });

  it.each([
    ['no page', 'cursor=a&cursor=b', 3],
    ['a page that is none', 'cursor=a&page=x', 2],
    ['a page before its cursors', 'cursor=a&cursor=b&page=1', 3],
  ])('counts the cursors when there is %s', (_name, search, page) => {
    expect(read(search).page).toBe(page);
  });
});

describe('writeView', () => {
  const views: View[] = [
    first,
    {
      limit: 20,
      sort: { by: 'name', direction: 'asc' },
      page: 3,
      cursors: ['%5B%22a%22%5D', 'b&c=d'],
      columns: ['name', 'ip'],
    },
  ];
  it.each(views)('is read back the same: %j', (view) => {
    expect(read(written(view, 'sort=old&page=9&cursor=x'))).toEqual(view);
  });

  it('writes nothing of what is usual, and leaves the question alone', () => {
    expect(written(first, 'q=x&size=20')).toBe('q=x');
  });

  it('keeps the address short however far one walks', () => {
    let view = first;
    for (let page = 1; page <= 200; page += 1) view = pageAfter(view, `cursor-${page}`);
    const far = read(written(view));
    expect(far.page).toBe(201);
    expect(far.cursors).toHaveLength(8);
    expect(far.cursors.at(-1)).toBe('cursor-200');
  });
});

describe('pageBefore', () => {
  it('goes back a page, and to the first where the one before is not known', () => {
    const view = { ...first, page: 9, cursors: ['a', 'b'] };
    expect(pageBefore(view)).toEqual({ ...first, page: 8, cursors: ['a'] });
    expect(pageBefore(pageBefore(view))).toEqual(first);
  });
});

describe('afterQuestion', () => {
  const link = new URLSearchParams('q=x&sort=-name&size=20&page=2&cursor=a&columns=name');
  it('begins at the first page and keeps what the reader set', () => {
    expect(afterQuestion(link, true).toString()).toBe('q=x&sort=-name&size=20&columns=name');
  });

  it('leaves the order to other words', () => {
    expect(afterQuestion(link, false).toString()).toBe('q=x&size=20&columns=name');
  });
});
