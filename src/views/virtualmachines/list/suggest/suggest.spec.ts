import { FIELDS, toRecord, vocabularyOf } from '@cnv-ai/engine/search';
import { entriesOf } from './entries';
import { complete, suggest } from './suggest';

const vm = (namespace: string, name: string, printableStatus: string, preference: string) =>
  toRecord({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { namespace, name, labels: { team: 'web' } },
    spec: { preference: { name: preference } },
    status: { printableStatus },
  });

const records = [
  vm('prod-web', 'may-report', 'Running', 'rhel.9'),
  vm('prod-web', 'web-01', 'Running', 'windows.11'),
  vm('prod-db', 'orders', 'Stopped', 'rocky.9'),
];
const vocabulary = vocabularyOf(records, new Map([['staging', {}]]), ['worker-1']);
const entries = entriesOf({ records, vocabulary }, FIELDS, ['how many VMs by status'], 'en');

const texts = (text: string, caret = text.length) =>
  suggest(entries, text, caret).map((entry) => entry.text);

const completed = (text: string, choice: string, caret = text.length) => {
  const entry = suggest(entries, text, caret).find((candidate) => candidate.text === choice);
  return entry && complete(text, caret, entry);
};

describe('suggest', () => {
  it.each([
    ['a status of this cluster', 'runn', 'Running'],
    ['a project', 'VMs in prod', 'prod-web'],
    ['a project by a part of its name', 'web', 'prod-web'],
    ['a project without machines', 'stag', 'staging'],
    ['a node', 'on wor', 'worker-1'],
    ['an operating system', 'win', 'Windows'],
    ['a label', 'label te', 'team=web'],
    ['a machine', 'may', 'may-report'],
    ['a word of the language', 'oper', 'operating system'],
    ['a word of an example', 'man', 'many'],
    ['a value of two words by its second', 'Rocky L', 'Rocky Linux'],
    ['what stands inside brackets', '(runn', 'Running'],
  ])('finds %s', (_name, text, expected) => {
    expect(texts(text)).toContain(expected);
  });

  it('offers only statuses and systems that are there, with their number', () => {
    expect(texts('paus')).toEqual([]);
    expect(suggest(entries, 'runn', 4)[0]).toMatchObject({ kind: 'status', count: 2 });
  });

  it('offers the projects after "in" before anything is typed, the fullest first', () => {
    expect(texts('stopped VMs in ')).toEqual(['prod-web', 'prod-db', 'staging']);
  });

  it.each([
    ['nothing', ''],
    ['a space', 'running '],
    ['a word that is complete', 'running'],
    ['a word that nothing begins with', 'zzz'],
    ['characters that mean something to patterns', '.*'],
  ])('offers nothing for %s', (_name, text) => {
    expect(texts(text)).toEqual([]);
  });

  it('never offers more than eight', () => {
    const many = entriesOf(
      {
        records: [],
        vocabulary: vocabularyOf(
          [],
          new Map(Array.from({ length: 99 }, (_v, n) => [`p-${n}`, {}])),
        ),
      },
      [],
      [],
      'en',
    );
    expect(suggest(many, 'p', 1)).toHaveLength(8);
  });
});

describe('complete', () => {
  it.each([
    ['a status', 'runn', 'Running', 'Running '],
    ['a project, so that it can only be one', 'VMs prod', 'prod-web', 'VMs in prod-web '],
    ['a project after its word', 'VMs in prod', 'prod-web', 'VMs in prod-web '],
    ['a label', 'te', 'team=web', 'label team=web '],
    ['two words at once', 'all Rocky L', 'Rocky Linux', 'all Rocky Linux '],
  ])('puts in %s', (_name, text, choice, expected) => {
    expect(completed(text, choice)).toEqual({ text: expected, caret: expected.length });
  });

  it('leaves what stands behind the caret, and puts the caret before it', () => {
    expect(completed('runn VMs in prod-web', 'Running', 4)).toEqual({
      text: 'Running VMs in prod-web',
      caret: 'Running '.length,
    });
  });
});
