import { isRecord } from '@cnv-ai/engine/kubernetes';
import { clusterFor, type Asked } from './clusters';
import { readCorpus, type Entry, type Listed } from './corpus';
import { ranked, select } from './executor';
import { NOW } from './inventory';
import { acceptedSets, isListed } from './judge';

const corpus = readCorpus();
const keysMeant = (entry: Entry): string =>
  isListed(entry.expect)
    ? (acceptedSets(entry.expect, clusterFor(entry).machines, NOW)[0] ?? [])
        .map(({ key }) => key)
        .join(' ')
    : 'refused';
const meant = new Map(corpus.map((entry) => [entry, keysMeant(entry)]));
const keysOf = (entry: Entry): string | undefined => meant.get(entry);
const listed = corpus.flatMap((entry): [Entry, Listed][] =>
  isListed(entry.expect) ? [[entry, entry.expect]] : [],
);

const facts = new Map<Asked, ReadonlySet<string>>();
const factsOf = (cluster: Asked): ReadonlySet<string> => {
  const known =
    facts.get(cluster) ??
    new Set(cluster.machines.flatMap((machine) => Object.keys(machine.facts)));
  facts.set(cluster, known);
  return known;
};

const factsUsed = (where: unknown): string[] => {
  if (Array.isArray(where)) return where.flatMap(factsUsed);
  if (!isRecord(where)) return [];
  return Object.entries(where).flatMap(([key, value]) =>
    ['all', 'any', 'not'].includes(key) ? factsUsed(value) : key === 'sameAs' ? [] : [key],
  );
};

describe('the corpus', () => {
  it('has at least 400 sentences, each once of a cluster', () => {
    const asked = corpus.map(({ category, sentence, locale = '', timeZone = '' }) =>
      [clusterFor({ category }).name, sentence, locale, timeZone].join(' | '),
    );
    expect(asked.length).toBeGreaterThanOrEqual(400);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('has at least 60 to refuse or question and 30 with an injected instruction', () => {
    const refused = corpus.filter((entry) => !isListed(entry.expect));
    expect(refused.length).toBeGreaterThanOrEqual(60);
    const injected = refused.filter(({ category }) => category.endsWith('injection'));
    expect(injected.length).toBeGreaterThanOrEqual(30);
  });

  it.each(['es', 'fr', 'de', 'ja', 'ko', 'zh'])('asks at least 12 questions in %s', (locale) => {
    const asked = corpus.filter((entry) => entry.locale === locale && isListed(entry.expect));
    expect(asked.length).toBeGreaterThanOrEqual(12);
  });

  it('asks only for facts that its cluster has', () => {
    for (const [entry, { where, or }] of listed) {
      const known = factsOf(clusterFor(entry));
      for (const fact of factsUsed([where, ...or])) expect(known).toContain(fact);
    }
  });

  it('means the same machines by the sentences of a group', () => {
    const groups = new Map<string, Set<string | undefined>>();
    for (const entry of corpus) {
      if (entry.group === undefined) continue;
      groups.set(entry.group, (groups.get(entry.group) ?? new Set()).add(keysOf(entry)));
    }
    const disagreeing = [...groups].filter(([, sets]) => sets.size > 1).map(([group]) => group);
    expect(groups.size).toBeGreaterThan(50);
    expect(disagreeing).toEqual([]);
  });

  it('nearly always means some machines, and never cuts a ranking through a tie', () => {
    const empty = corpus.filter((entry) => keysOf(entry) === '');
    expect(empty.length).toBeLessThanOrEqual(corpus.length / 100);
    for (const [entry, { where, top }] of listed) {
      if (top === undefined) continue;
      const { machines } = clusterFor(entry);
      const order = ranked(select(where, undefined, { machines, now: NOW }), top);
      const last = order[top.n - 1]?.facts[top.by];
      expect(last).toBeDefined();
      expect(order[top.n]?.facts[top.by]).not.toEqual(last);
    }
  });
});
