import { say } from '../messages';
import { mergeShared } from './merge';
import { defineRule, type Finding } from './rule';
import type { Evidence } from './types';

const rule = defineRule({ id: 'a', title: say('A'), stage: 'storage', needs: [], run: () => [] });
const at = (name: string): Evidence => ({
  source: 'object',
  ref: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name },
  path: '/spec',
  value: '',
});

const about = (params: Record<string, string>, confidence: Finding['confidence'] = 'likely') => ({
  rule,
  finding: {
    severity: 'critical' as const,
    confidence,
    explanation: say('Disk {{disk}} waits for {{class}}.', params),
    evidence: [at(params.disk ?? 'none'), at('class')],
    fixes: [{ id: 'look', description: say('Look.'), risk: 'safe' as const }],
  },
});

describe('mergeShared', () => {
  it('makes one cause of what differs in the disk alone', () => {
    const [one, ...others] = mergeShared([
      about({ disk: 'root', class: 'gold' }),
      about({ disk: 'data', class: 'gold' }, 'certain'),
    ]);
    expect(others).toEqual([]);
    expect(one?.finding).toMatchObject({
      confidence: 'certain',
      explanation: { params: { disk: 'root, data', class: 'gold' } },
    });
    expect(one?.finding.evidence.map(({ ref }) => ref.name)).toEqual(['root', 'class', 'data']);
    expect(one?.finding.fixes).toHaveLength(1);
  });

  it.each([
    ['another class', { disk: 'root', class: 'gold' }, { disk: 'data', class: 'silver' }],
    ['no disk is named', { class: 'gold' }, { class: 'gold' }],
  ])('leaves apart: %s', (_, first, second) => {
    const found = [about(first), about(second)];
    expect(mergeShared(found)).toEqual(found);
  });
});
