/** @jest-environment node */
import {
  catalogueOf,
  extract,
  keysIn,
  keysOfExtensions,
  keysOfSource,
  readCatalogue,
  TRANSLATIONS,
} from '../locales/extract';

describe('keysOfSource', () => {
  it.each([
    ['a call of t', "const x = t('Search');", ['Search']],
    ['a call of say with parameters', "say('{{vm}} is fine', { vm });", ['{{vm}} is fine']],
    ['a call inside JSX', '<b title={t("A")}>{t(`B`)}</b>', ['A', 'B']],
    ['joined literals', "t('one ' + 'two')", ['one two']],
    ['a computed key', 't(id, params)', []],
    ['another function', "got('x'); i18n.t('y')", []],
  ])('finds the sentences of %s', (_name, source, keys) => {
    expect(keysOfSource(source)).toEqual(keys);
  });

  it('finds those behind a generic arrow function, which would begin an element in TSX', () => {
    const source = "const id = <T>(x: T): T => x; say('A');";
    expect(keysOfSource(source, 'source.ts')).toEqual(['A']);
  });
});

describe('keysOfExtensions', () => {
  it('finds the labels in our namespace', () => {
    const text = '{"a":"%plugin__cnv-ai-plugin~AI search%","b":"%other~No%"}';
    expect(keysOfExtensions(text)).toEqual(['AI search']);
  });
});

describe('catalogueOf', () => {
  it('keeps what is translated, drops what nobody says and asks for both forms of a count', () => {
    const keys = ['b', 'a', 'a', '{{count}} VMs'];
    expect(catalogueOf(keys, { a: 'A', gone: 'x', '{{count}} VMs_one': '{{count}} VM' })).toEqual({
      a: 'A',
      b: 'b',
      '{{count}} VMs_one': '{{count}} VM',
      '{{count}} VMs_other': '{{count}} VMs',
    });
  });
});

describe('the English catalogue', () => {
  it('is what the sources say; `npm run i18n` renews it', () => {
    expect(readCatalogue()).toEqual(extract());
  });

  it('has no key that the namespace separator would cut', () => {
    expect(Object.keys(readCatalogue()).filter((key) => key.includes('~'))).toEqual([]);
  });
});

describe('keysIn', () => {
  it.each([
    ['fr', ['A', '{{count}} VMs_many', '{{count}} VMs_one', '{{count}} VMs_other']],
    ['ja', ['A', '{{count}} VMs_other']],
  ])('has the plural forms of %s', (language, keys) => {
    const english = { A: 'A', '{{count}} VMs_one': '1', '{{count}} VMs_other': '2' };
    expect(keysIn(language, english)).toEqual(keys);
  });
});

const parametersOf = (text: string): string[] =>
  [...text.matchAll(/{{\s*([^}]+?)\s*}}/g)].map(([, name = '']) => name).sort();

describe.each(TRANSLATIONS)('the catalogue of %s', (language) => {
  const english = readCatalogue();
  const catalogue = readCatalogue(language);
  const originalOf = (key: string): string =>
    english[key.replace(/_(one|many)$/, '_other')] ?? english[key] ?? '';

  it('has every sentence in every plural form, and no other', () => {
    expect(Object.keys(catalogue)).toEqual(keysIn(language, english));
  });

  it('has the same parameters in each of them', () => {
    const differing = Object.entries(catalogue).filter(([key, text]) => {
      const wanted = parametersOf(originalOf(key));
      // A singular may say "the first" instead of the number.
      const given = key.endsWith('_one') ? parametersOf(`${text} {{count}}`) : parametersOf(text);
      return [...new Set(given)].join() !== [...new Set(wanted)].join();
    });
    expect(differing).toEqual([]);
  });

  it('leaves no sentence in English', () => {
    const words = (text: string): number =>
      (text.replace(/{{.*?}}/g, '').match(/\p{L}{3,}/gu) ?? []).length;
    const same = Object.entries(catalogue).filter(
      ([key, text]) => text === originalOf(key) && words(text) > 2,
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});
