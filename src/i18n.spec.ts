/** @jest-environment node */
import {
  catalogueOf,
  extract,
  keysOfExtensions,
  keysOfSource,
  readCatalogue,
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
