import { say } from '../../messages';
import { fieldNamed } from '../fields';
import type { Sense } from '../lexicon/senses';
import type { Aggregate } from '../types';
import type { Question, Scene } from './draft';
import { havingStep } from './group-limits';
import { countWord, groupAt, lateGroup, nounAt, numberAt, skipJoints } from './group-words';
import { has, senseOf, type Item } from './items';
import type { Step, Wanted } from './results';
import { isSymbol, skipFillers } from './skip';
import { measuresOf } from './measures';
import { tellingOf } from './telling';
import { isCount, wholeAt } from './time-points';

/** "by number of VMs", "sorted by VM count", "by stopped VMs", "by memory". */
const measureAt = (
  items: readonly Item[],
  at: number,
): { next: number; unit?: string } | undefined => {
  if (!has(items[at], 'group', 'sort')) return undefined;
  const start = skipFillers(items, has(items[at + 1], 'group') ? at + 2 : at + 1);
  const counted = countWord(items, start);
  if (counted !== undefined) return { next: counted };
  const sized = has(items[start], 'total') ? skipFillers(items, start + 1) : start;
  const unit = measuresOf(items[sized]).find((name) => fieldNamed(name)?.unit !== undefined);
  if (unit !== undefined) return { next: sized + 1, unit };
  const noun = nounAt(items, start);
  return noun === undefined ? undefined : { next: start };
};

/** "top 5", "the 3 biggest": how many groups, in which order. */
const ranksAt = (
  items: readonly Item[],
  at: number,
): { next: number; top?: number; fewest?: true } | undefined => {
  const first = has(items[at], 'top') ? at + 1 : at;
  const count = numberAt(items, first);
  const after = count === undefined ? first : first + 1;
  const extreme = senseOf(items[after], 'extreme');
  const next = extreme === undefined || extreme.counts === true ? after : after + 1;
  if (next === at) return undefined;
  return {
    next,
    ...(count === undefined ? {} : { top: count }),
    ...(next > after && extreme?.descending === false ? { fewest: true } : {}),
  };
};

type Extreme = Pick<Extract<Sense, { is: 'extreme' }>, 'descending'>;

/** Which groups come first, and how many of them are asked for. */
const orderOf = ({ descending }: Extreme, top?: number): Pick<Aggregate, 'fewest' | 'top'> => ({
  ...(descending ? {} : { fewest: true }),
  ...(top === undefined ? {} : { top }),
});

/** "VM最多的5个项目": what has the most stands last. */
const lateRank = (scene: Scene, at: number): Step | undefined => {
  const { items } = scene;
  const extreme = senseOf(items[at], 'extreme');
  if (extreme?.counts !== true) return undefined;
  const first = skipFillers(items, at + 1);
  const counted = has(items[first], 'top', 'limit') ? first + 1 : first;
  const top = wholeAt(items, counted);
  const group = lateGroup(scene, top === undefined ? counted : counted + 1);
  if (group === undefined) return undefined;
  return {
    next: group.next,
    wanted: { aggregate: { function: 'count', by: group.by, ...orderOf(extreme, top) } },
  };
};

/** "the most common system", "sistema operativo más usado": the most machines have it. */
const common = (scene: Scene, at: number): Step | undefined => {
  const { items } = scene;
  const first = senseOf(items[at], 'extreme')?.groups === true;
  const group = groupAt(scene, first ? skipFillers(items, at + 1) : at, 'one');
  if (group === undefined) return undefined;
  const last = first ? at : skipFillers(items, group.next);
  const extreme = senseOf(items[last], 'extreme');
  if (extreme?.groups !== true) return undefined;
  const aggregate = { function: 'count', by: group.by, ...orderOf(extreme) } as const;
  return { next: Math.max(group.next, last + 1), wanted: { aggregate } };
};

/** "which system is the most common" */
const commonest = (
  { items }: Scene,
  at: number,
  { function: name, of: by }: NonNullable<Wanted['aggregate']>,
): Step | undefined => {
  const extreme = senseOf(items[at], 'extreme');
  if (extreme?.groups !== true || name !== 'distinct') return undefined;
  return { next: at + 1, wanted: { aggregate: { function: 'count', by, ...orderOf(extreme) } } };
};

const SPLITS = /^(?:breakdown|distribution|split|stats|statistics|tally)/;

/** "status breakdown", "os distribution" */
const breakdown = (scene: Scene, at: number): Step | undefined => {
  const group = groupAt(scene, at, 'one');
  const count = group && scene.items[group.next];
  return group !== undefined && has(count, 'count') && SPLITS.test(count?.text ?? '')
    ? { next: group.next + 1, wanted: { aggregate: { function: 'count', by: group.by } } }
    : undefined;
};

/** "which namespace contains more than 10 VMs": the verb says nothing of names. */
const contains = ({ items }: Scene, at: number, { aggregate }: Wanted): Step | undefined => {
  const grouped = aggregate?.function === 'distinct' && aggregate.having === undefined;
  if (!grouped || senseOf(items[at], 'match')?.op !== 'contains') return undefined;
  const next = skipFillers(items, at + 1);
  const counts = has(items[next], 'extreme', 'noun', 'compare', 'value') || isCount(items[next]);
  const says = counts && items[next]?.kind === 'word';
  return says ? { next, wanted: {} } : undefined;
};

/** "top 5 namespaces by number of VMs", "3 nodes with the most VMs", "projects sorted by memory". */
const ranked = (scene: Scene, at: number, { aggregate }: Wanted): Step | undefined => {
  const { items, previous } = scene;
  if (aggregate !== undefined) return commonest(scene, at, aggregate);
  const late = lateRank(scene, at) ?? common(scene, at) ?? breakdown(scene, at);
  if (late !== undefined || previous !== undefined) return late;
  const { next: start = at, ...order } = ranksAt(items, at) ?? {};
  const group = groupAt(scene, skipFillers(items, start), 'several');
  if (group === undefined) return undefined;
  const measure = measureAt(items, group.next);
  if (measure === undefined) {
    const most = skipJoints(items, group.next);
    const follows = start > at && senseOf(items[most], 'extreme')?.counts;
    return follows === true
      ? { next: most, wanted: { aggregate: { function: 'distinct', of: group.by, ...order } } }
      : undefined;
  }
  const direction = senseOf(items[measure.next], 'direction');
  const fewest = direction?.descending === false ? { fewest: true } : {};
  const counts = { by: group.by, ...order, ...fewest };
  const unit = fieldNamed(measure.unit ?? '')?.unit;
  return {
    next: direction === undefined ? measure.next : measure.next + 1,
    wanted: {
      aggregate:
        measure.unit === undefined
          ? { function: 'count', ...counts }
          : { function: 'sum', of: measure.unit, ...counts, ...(unit && { unit }) },
    },
  };
};

/** "which namespace has the most stopped VMs", "… the most memory": its groups, in that order. */
const most = ({ items }: Scene, at: number, { aggregate }: Wanted): Step | undefined => {
  const extreme = senseOf(items[at], 'extreme');
  if (extreme?.counts !== true || aggregate?.function !== 'distinct') return undefined;
  const { of: by, top } = aggregate;
  const order = orderOf(extreme, top);
  const unit = measuresOf(items[at + 1]).find((name) => fieldNamed(name)?.unit !== undefined);
  if (unit !== undefined) {
    const sum = { function: 'sum', of: unit, by, unit: fieldNamed(unit)?.unit } as const;
    return { next: at + 2, wanted: { aggregate: { ...sum, ...order } } };
  }
  let noun = at + 1;
  while (has(items[noun], 'value', 'environment') && !has(items[noun], 'noun')) noun += 1;
  // "哪个项目的虚拟机最多": the machines are said before.
  const last = items[noun] === undefined && has(items[at - 1], 'noun', 'filler');
  if (!last && !has(items[noun], 'noun')) return undefined;
  return { next: at + 1, wanted: { aggregate: { function: 'count', by, ...order } } };
};

const NO_MACHINES = say(
  'What has no such virtual machines cannot be found. Ask how many each has, as in “VMs per project”.',
);

const WITHOUT = /\bno$|^without$|^w\/o$|^lacking$/;

/** "namespaces without VMs", "which owners have no Windows VMs": of what no machine tells. */
const emptyGroups = (scene: Scene, at: number, { aggregate }: Wanted): Step | undefined => {
  const { items } = scene;
  const empty = items[at]?.text === 'empty' ? at + 1 : at;
  const group = groupAt(scene, empty, 'several');
  const asked = aggregate?.function === 'distinct' && aggregate.having === undefined;
  if (group === undefined && !asked) return undefined;
  const not = group === undefined ? at : skipJoints(items, group.next);
  const none = numberAt(items, not) === 0 || WITHOUT.test(items[not]?.text ?? '');
  const noun = nounAt(items, not + 1) ?? not;
  const ends = items[noun + 1] === undefined || isSymbol(items[noun + 1], ',', '?');
  const without = none && has(items[noun], 'noun') && ends;
  if (!without && !(empty > at && group !== undefined)) return undefined;
  const by = group?.by.replace(/^label:/, '') ?? 'namespace';
  const question: Question = {
    outcome: 'out_of_scope',
    message: NO_MACHINES,
    suggestions: [`VMs per ${by}`],
  };
  return { next: without ? noun + 1 : (group?.next ?? at + 1), wanted: {}, question };
};

/** What is told of machines, and asked of groups of them: how many they are, which have the most. */
export const groupStep = (scene: Scene, at: number, wanted: Wanted): Step | undefined =>
  tellingOf(scene, at, wanted) ??
  emptyGroups(scene, at, wanted) ??
  havingStep(scene, at, wanted) ??
  ranked(scene, at, wanted) ??
  contains(scene, at, wanted) ??
  most(scene, at, wanted);
