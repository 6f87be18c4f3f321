import { translated } from './translated';

const shout = (key: string): string => key.toUpperCase();

it('translates references at any depth and leaves everything else', () => {
  const load = (): Promise<string> => Promise.resolve('%plugin__x~not me%');
  const properties = {
    name: '%plugin__x~Search%',
    path: ['/a', '%plugin__x~b%'],
    exact: true,
    load,
    none: null,
  };
  expect(translated(properties, shout)).toEqual({
    name: 'PLUGIN__X~SEARCH',
    path: ['/a', 'PLUGIN__X~B'],
    exact: true,
    load,
    none: null,
  });
});

it.each(['50% of 100%!', '%', ''])('leaves the text %j', (text) => {
  expect(translated(text, shout)).toBe(text);
});
