import { tokenize } from '../sentence/tokens';
import { teachLanguages } from '../languages';
import { lexiconFor } from '.';
import { lexiconOf } from './choose';

teachLanguages();

const chosen = (sentence: string, locale = 'en'): string | undefined =>
  ['en', 'es', 'fr', 'de', 'ja', 'ko', 'zh'].find(
    (language) => lexiconFor(language) === lexiconOf(tokenize(sentence), locale),
  );

describe('an English sentence stays English', () => {
  it.each([
    'VMs that failed to start in the last hour in production namespaces',
    'VMs in zone mars',
    'show me the runnning machnes in prod',
    'VMs not running on worker-1 or worker-2',
    'stopped VMs older than 90 days without label team',
    'VMs named actif',
    'VMs of team pagos',
    'purple VMs that die often',
    'no entry for error-demo',
    'web-01',
    '',
  ])('%s', (sentence) => {
    expect(chosen(sentence)).toBe('en');
  });

  it.each(['es', 'fr', 'de', 'ja', 'ko', 'zh'])('also for a reader of %s', (locale) => {
    expect(chosen('VMs that failed to start in the last hour', locale)).toBe('en');
  });
});

it.each([
  ['VMs detenidas en prod-web', 'es'],
  ['VM arrêtées dans prod-web', 'fr'],
  ['gestoppte VMs auf worker-1', 'de'],
  ['停止中のVM', 'ja'],
  ['중지된 VM', 'ko'],
  ['已停止的虚拟机', 'zh'],
])('%s is read in its own language whatever the reader’s', (sentence, language) => {
  for (const locale of ['en', 'es', 'fr', 'de', 'ja', 'ko', 'zh', 'pt', '']) {
    expect(chosen(sentence, locale)).toBe(language);
  }
});

it('takes the language of a region and of an unknown name', () => {
  expect(lexiconFor('es-MX')).toBe(lexiconFor('es'));
  expect(lexiconFor('zh_CN')).toBe(lexiconFor('zh'));
  expect(lexiconFor('tlh')).toBe(lexiconFor('en'));
});

it('prefers the reader’s language where several know a sentence', () => {
  expect(chosen('windows vms', 'de')).toBe('de');
  expect(chosen('windows vms', 'fr')).toBe('fr');
});
