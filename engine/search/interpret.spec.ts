import { interpret, type Interpreted } from './interpret';
import { vocabularyOf } from './vocabulary';
import { toRecord } from './records/record';
import { machine, NOW } from './testing/machines';

const records = [
  toRecord(machine('shop', 'stopped-web', { labels: { team: 'web' } })),
  toRecord(
    machine('prod', 'may-report', { labels: { team: 'db', 'app.kubernetes.io/name': 'x' } }),
  ),
];
const vocabulary = vocabularyOf(
  records,
  new Map<string, Record<string, string>>([
    ['prod', {}],
    ['prod-eu', {}],
    ['pay', { environment: 'production' }],
    ['non-prod', {}],
    ['windows', {}],
  ]),
  ['worker-1', 'prod'],
);

const read = (sentence: string): Interpreted => interpret(sentence, vocabulary, { now: NOW });

describe('names that exist', () => {
  it.each([
    ['stopped-web', 'Name is stopped-web'],
    ['VMs with a name like may-report', 'Name contains may-report'],
    ['VMs in namespaces labelled environment=production', 'Project is pay'],
    ['VMs in prod', 'Project is prod'],
    ['VMs on prod', 'Node is prod'],
    ['production namespaces', 'Project is prod-* or pay or prod'],
    ['VMs in prod-eu and pay', 'Project is prod-eu or pay'],
    ['windows VMs in windows', 'Operating system is Windows, Project is windows'],
    ['namespace:windows', 'Project is windows'],
    ['team: web', 'Label is team=web'],
    ['app.kubernetes.io/name=x', 'Label is app.kubernetes.io/name=x'],
  ])('%s', (sentence, expected) => {
    const result = read(sentence);
    expect([result.outcome, result.interpretation.readable]).toEqual(['ok', expected]);
  });

  it('shows what a word stands for', () => {
    expect(read('VMs in production').interpretation.chips[0]?.detail).toBe(
      'Projects: pay, prod, prod-eu',
    );
  });

  it('asks when a word names several kinds of things', () => {
    const result = read('prod');
    expect(result.outcome).toBe('ambiguous');
    expect(result.suggestions).toEqual(['namespace prod', 'node prod']);
  });
});

describe('misspellings', () => {
  it.each([
    ['stoped VMs', 'Status is Stopped'],
    ['runing VMs', 'Status is Running'],
    ['widnows VMs', 'Operating system is Windows'],
    ['VMs wihtout label team', 'Label lacks team'],
    ['VMs with more tahn 4 vpcus', 'vCPU is more than 4'],
    ['VMs with mroe than 8 GB', 'Memory is more than 8 GiB'],
    ['VMs craeted yesterday', 'Created between 2026-11-19 UTC and 2026-11-20 UTC'],
  ])('%s', (sentence, expected) => {
    const result = read(sentence);
    expect(result.outcome === 'ok' ? result.interpretation.readable : undefined).toBe(expected);
  });

  it('says what it was read as', () => {
    expect(read('stoped VMs').interpretation.chips[0]).toMatchObject({
      detail: '“stoped” read as “stopped”',
      confidence: 'medium',
      span: [0, 6],
    });
  });

  it.each(['VMs on the same node', 'wins', 'VMs in shpo', 'stopped-wbe', 'my code', 'hosted'])(
    'does not guess at %s',
    (sentence) => {
      expect(read(sentence).outcome).not.toBe('ok');
    },
  );
});

describe('chips', () => {
  it('point at the sentence as given', () => {
    const sentence = '🙂 Ｒｕｎｎｉｎｇ VMs in "shop"';
    const { chips } = read(sentence.replace('🙂 ', '')).interpretation;
    expect(chips.map(({ span }) => sentence.replace('🙂 ', '').slice(...span))).toEqual([
      'Ｒｕｎｎｉｎｇ',
      'in "shop"',
    ]);
  });

  it('tell words without a constraint from words not understood', () => {
    const { interpretation } = read('please show me the purple VMs');
    expect(interpretation.ignored).toEqual(['please', 'show me', 'the', 'VMs']);
    expect(interpretation.notUnderstood).toEqual(['purple']);
  });
});
