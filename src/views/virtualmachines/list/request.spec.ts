import { requestOf } from './request';

const setting = { timeZone: 'UTC', language: 'en-GB' };
const paging = { limit: 50, cursors: [] };

describe('requestOf', () => {
  it('asks with the words, in the language and time zone of the reader', () => {
    expect(requestOf({ sentence: ' stopped ' }, paging, setting)).toEqual({
      query: 'stopped',
      limit: 50,
      locale: 'en',
      timeZone: 'UTC',
    });
  });

  it('asks with edited chips instead of the words they came from', () => {
    const filter = { all: [{ field: 'node', op: 'is', value: 'a' }] };
    const request = requestOf({ sentence: 'stopped', filter }, paging, setting);
    expect(request).toMatchObject({ where: filter });
    expect(request).not.toHaveProperty('query');
  });

  it('stays inside the project, and follows order and page', () => {
    const paged = {
      limit: 20,
      sort: { by: 'memory', direction: 'desc' },
      cursors: ['a', 'b'],
    } as const;
    expect(requestOf({ sentence: 'x' }, paged, { ...setting, namespace: 'demo' })).toMatchObject({
      namespaces: ['demo'],
      sort: '-memory',
      cursor: 'b',
      limit: 20,
    });
  });

  it('names no language the search does not know', () => {
    const request = requestOf({ sentence: 'x' }, paging, { ...setting, language: 'de' });
    expect(request).not.toHaveProperty('locale');
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['501 characters', 'x'.repeat(501)],
    ['10,000 characters', 'x'.repeat(10_000)],
  ])('asks nothing for %s', (_name, sentence) => {
    expect(requestOf({ sentence }, paging, setting)).toBeUndefined();
  });
});
