import { say } from '../messages';
import { defineRule, type Finding } from './rule';
import type { Stage } from './stages';
import { judge } from './run';

const finding = (disk: string, more: Partial<Finding> = {}): Finding => ({
  severity: 'warning',
  confidence: 'certain',
  explanation: say('{{disk}}', { disk }),
  evidence: [],
  fixes: [],
  ...more,
});

const outcome = (id: string, stage: Stage, findings: readonly Finding[], wrapper = false) => ({
  rule: defineRule({ id, title: say('x'), stage, needs: [], wrapper, run: () => findings }),
  findings,
  missed: [],
});

const idsOf = (...outcomes: Parameters<typeof judge>[0]): string[] =>
  judge(outcomes).map(({ rule }) => rule.id);

describe('the order of causes', () => {
  it('puts what makes a disk before what fills it', () => {
    const made = outcome('storageclass-not-found', 'storage', [finding('data')]);
    const filled = outcome('importer-auth', 'storage', [finding('root')]);
    expect(idsOf(filled, made)).toEqual(['storageclass-not-found', 'importer-auth']);
  });
});

describe('what a deeper cause explains', () => {
  const plugged = outcome('plugged', 'volumes', [finding('x', { disk: 'data' })]);

  it.each<[string, Stage, string, string[]]>([
    ['the storage that does not fill the same disk', 'storage', 'data', ['cause']],
    ['no other disk', 'storage', 'root', ['cause', 'plugged']],
    ['no later stage', 'network', 'data', ['plugged', 'cause']],
  ])('a disk that is not there: %s', (_, stage, disk, ids) => {
    expect(idsOf(plugged, outcome('cause', stage, [finding(disk)]))).toEqual(ids);
  });

  it('a stage, whose causes keep no state from being told', () => {
    const state = finding('', { severity: 'info', explains: ['scheduling'] });
    const full = outcome('full', 'scheduling', [finding('', { severity: 'critical' })]);
    expect(idsOf(full, outcome('state', 'operation', [state], true))).toEqual(['state']);
    const secret = outcome('secret', 'volumes', [finding('', { severity: 'critical' })]);
    expect(idsOf(full, secret, outcome('state', 'operation', [state], true))).toEqual(['secret']);
  });
});
