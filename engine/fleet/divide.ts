import { byCodeUnit } from '../kubernetes';
import type { Case } from './cases';
import type { Factor } from './types';

/** Cases of one cause, and what they have in common. */
export type Part = { readonly cases: readonly Case[]; readonly factor?: Factor };

const keyOf = ({ kind, name }: Factor): string => `${kind}/${name}`;

/** A factor with the cases that have it, each with how it stands there. */
type Shared = {
  readonly key: string;
  readonly factor: Factor;
  readonly cases: Map<Case, Factor>;
  /** The best place it has in any of the cases; 0 is the most telling. */
  rank: number;
};

const sharedBy = (cases: readonly Case[]): Map<string, Shared> => {
  const found = new Map<string, Shared>();
  for (const one of cases) {
    one.factors.forEach((factor, rank) => {
      const key = keyOf(factor);
      const shared = found.get(key) ?? { key, factor, cases: new Map(), rank };
      shared.cases.set(one, factor);
      shared.rank = Math.min(shared.rank, rank);
      found.set(key, shared);
    });
  }
  return found;
};

/** What one VM alone has is worth telling only when its cause names it. */
const isTelling = ({ cases }: Shared): boolean =>
  cases.size > 1 || [...cases.values()].some(({ proven }) => proven);

/** Of so much of a cause's VMs a factor must tell before a less telling one is looked at. */
const MOST = 0.6;

type Order = (a: Shared, b: Shared) => number;

const byName: Order = (a, b) => byCodeUnit(a.key, b.key);
const byRank: Order = (a, b) => a.rank - b.rank || b.cases.size - a.cases.size || byName(a, b);
const bySize: Order = (a, b) => b.cases.size - a.cases.size || a.rank - b.rank || byName(a, b);

const firstBy = (all: readonly Shared[], order: Order): Shared | undefined =>
  all.reduce<Shared | undefined>(
    (best, one) => (best === undefined || order(one, best) < 0 ? one : best),
    undefined,
  );

/** The factor to tell: the most telling of those that hold for most, else what holds for more. */
const bestOf = (all: Iterable<Shared>, left: number): Shared | undefined => {
  const candidates = [...all].filter(isTelling);
  const wide = candidates.filter(({ cases }) => cases.size >= MOST * left);
  return firstBy(wide, byRank) ?? firstBy(candidates, bySize);
};

/** The VMs of one cause, divided by what they have in common; the same in whatever order they come. */
export const divide = (cases: readonly Case[]): Part[] => {
  const left = new Set(cases);
  const shared = sharedBy(cases);
  const parts: Part[] = [];
  const take = (one: Case): void => {
    left.delete(one);
    for (const factor of one.factors) {
      const known = shared.get(keyOf(factor));
      known?.cases.delete(one);
      if (known?.cases.size === 0) shared.delete(known.key);
    }
  };
  for (;;) {
    const best = bestOf(shared.values(), left.size);
    if (best === undefined) break;
    const those = [...best.cases.keys()];
    parts.push({ cases: those, factor: best.factor });
    those.forEach(take);
  }
  return left.size === 0 ? parts : [...parts, { cases: [...left] }];
};
