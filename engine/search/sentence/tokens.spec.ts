import { tokenize } from './tokens';

const read = (sentence: string): string[] =>
  tokenize(sentence).map(({ kind, text }) => (kind === 'word' ? text : `${kind}:${text}`));

describe('tokens', () => {
  it.each<[string, string[]]>([
    ['Running VMs in prod?', ['running', 'vms', 'in', 'prod']],
    ['a,b ; c', ['a', 'symbol:,', 'b', 'symbol:,', 'c']],
    ['status:running vcpu>=4', ['status', 'symbol::', 'running', 'vcpu', 'symbol:>=', '4']],
    ['team!=web', ['team', 'symbol:!=', 'web']],
    ['app.kubernetes.io/name=shop', ['app.kubernetes.io/name', 'symbol:=', 'shop']],
    ['-status:running', ['symbol:-', 'status', 'symbol::', 'running']],
    ['VMs - running', ['vms', '-', 'running']],
    ['16GB+', ['16gb', 'symbol:+']],
    [
      'in 10.0.0.0/8, or fe80::1.',
      ['in', 'address:10.0.0.0/8', 'symbol:,', 'or', 'address:fe80::1'],
    ],
    ['ip:10.1.2.3', ['ip', 'symbol::', 'address:10.1.2.3']],
    ['since 13:30', ['since', 'clock:13:30']],
    ['2026-11-03T10:00:00Z', ['date:2026-11-03t10:00:00z']],
    ['named "May Report"', ['named', 'quoted:may report']],
    ['named “web 1” now', ['named', 'quoted:web 1', 'now']],
    ["isn't it", ["isn't", 'it']],
    ['isn’t', ["isn't"]],
    ['ＶＭｓ　ｉｎ　ｐｒｏｄ', ['vms', 'in', 'prod']],
    ['停止VM', ['停', '止', 'vm']],
    ['an "open quote', ['an', 'open', 'quote']],
    ['vcpu≥4', ['vcpu', 'symbol:>=', '4']],
    ['', []],
    [' \u200b\u0000\n', []],
  ])('%j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  it.each(['🙂 VMs ｉｎ "prod web" 🙂(a)', 'é VMs running', '\ud800 stopped \udfff'])(
    'spans are offsets into %j as given',
    (sentence) => {
      for (const { start, end, raw, kind } of tokenize(sentence)) {
        const given = sentence.slice(start, end);
        expect(kind === 'quoted' ? given.slice(1, -1) : given).toBe(raw);
      }
    },
  );
});
