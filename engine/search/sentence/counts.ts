import { fieldNamed } from '../fields';
import type { Scene } from './draft';
import { groupAt } from './group-words';
import { has, senseOf, type Item } from './items';
import { isKeyName } from './label-pairs';
import type { Step, Wanted } from './results';
import { isSymbol, skipFillers } from './skip';
import { saysTime } from './says-time';
import { isSystemWord } from './versions';

const SPREAD: ReadonlySet<string> = new Set(['over', 'across', 'among']);

/** "how many snapshots older than 7 days" counts something else. */
const isTimed = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'older', 'newer', 'since', 'before', 'after', 'anchor') ||
  items.slice(at, at + 2).some(saysTime);

/** "how many gpus VMs", "which of the GPU machines": of machines that have one. */
const describesMachines = (items: readonly Item[], at: number): boolean =>
  has(items[at + 1], 'noun') &&
  fieldNamed(senseOf(items[at], 'field')?.field ?? '')?.optional === true;

/** "how many vCPUs do …" adds up, "how many namespaces have …" counts those. */
const countedOf = (scene: Scene, at: number): Step | undefined => {
  const item = scene.items[at];
  const names = (item?.senses ?? []).flatMap((sense) =>
    sense.is === 'field' ? [sense.field] : [],
  );
  const sized = names.find((name) => fieldNamed(name)?.type === 'number');
  if (sized !== undefined && !isTimed(scene.items, at + 1)) {
    const unit = fieldNamed(sized)?.unit;
    const told = skipFillers(scene.items, at + 1);
    return {
      next: has(scene.items[told], 'there') ? told + 1 : at + 1,
      wanted: { aggregate: { function: 'sum', of: sized, ...(unit && { unit }) } },
    };
  }
  const label = isKeyName(scene.vocabulary, (item?.text ?? '').replace(/s$/, ''));
  const described = describesMachines(scene.items, at);
  const things = senseOf(item, 'field')?.plural === true && !names.includes('name') && !described;
  const group =
    things || (label && item?.text.endsWith('s')) ? groupAt(scene, at, 'named') : undefined;
  return (
    group && { next: group.next, wanted: { aggregate: { function: 'distinct', of: group.by } } }
  );
};

/** "총 VM 몇 대", "memory in total: how many": what is added up, or counted, is told beside it. */
const totalled = ({ items }: Scene, at: number, { aggregate }: Wanted): Step | undefined => {
  const next = skipFillers(items, at + 1);
  if (has(items[at], 'total') && (has(items[next], 'count') || has(items[next + 1], 'count')))
    return { next: at + 1, wanted: {} };
  const sum = aggregate?.function === 'sum';
  // "¿cuánta memoria suman …?"
  if (sum && has(items[at], 'total') && !has(items[next], 'field'))
    return { next: at + 1, wanted: {} };
  return sum && has(items[at], 'count') && has(items[at - 1], 'field')
    ? { next: at + 1, wanted: {} }
    : undefined;
};

const counting = (scene: Scene, at: number, wanted: Wanted): Step | undefined => {
  const { items } = scene;
  if (has(items[at], 'count')) {
    const counted = countedOf(scene, at + 1);
    const { aggregate } = wanted;
    // "nodes with VM counts"
    const by = aggregate?.function === 'distinct' ? { by: aggregate.of } : aggregate;
    return counted ?? { next: at + 1, wanted: { aggregate: { ...by, function: 'count' } } };
  }
  // "distribution of VMs over nodes"
  const spread =
    wanted.aggregate?.function === 'count' &&
    SPREAD.has(items[at]?.text ?? '') &&
    senseOf(items[skipFillers(items, at + 1)], 'field')?.plural === true;
  if (!has(items[at], 'group') && !spread) return undefined;
  const group = groupAt(scene, skipFillers(items, at + 1), 'named');
  if (group === undefined) return undefined;
  const aggregate = wanted.aggregate ?? { function: 'count' };
  return { next: group.next, wanted: { aggregate: { ...aggregate, by: group.by } } };
};

/** "any warning events in prod-web", "GPUs in dev": machines that have them are asked for. */
const happens = (items: readonly Item[], at: number, field = ''): boolean =>
  items.slice(0, at).some(({ text }) => /\bany$|^(?:is|are) there/.test(text)) ||
  ['warning', 'gpu', 'hostDevice'].includes(field);

/** "migrated off", "moved from": a name follows. */
const VERB = / (?:from|off|to|onto)$/;

/** "which namespaces have …", "namespaces with …": one group for each, where the sentence begins. */
const distinct = (scene: Scene, at: number): Step | undefined => {
  const { items, vocabulary } = scene;
  const asking = senseOf(items[at], 'which');
  // "prod-webにはどんなOSがある": what is asked for stands last.
  const last = asking?.any === true && items.slice(at + 2).every((item) => has(item, 'filler'));
  if (scene.previous !== undefined && !last) return undefined;
  const asked = asking !== undefined;
  const first = asked ? skipFillers(items, at + 1) : at;
  // "哪些节点上": the place is said of the field.
  const target =
    asked && has(items[first], 'place') && has(items[first + 1], 'field') ? first + 1 : first;
  const text = items[target]?.text ?? '';
  const field = senseOf(items[target], 'field');
  const ranked = isRanked(items, target + 1);
  const each = EACH.has(items[at - 1]?.text ?? '');
  const several = field?.plural === true || asked || ranked || each;
  // "what changed", "what migrated off worker-1" tell of machines, and ask not for what there is.
  const verb = has(items[target], 'anchor', 'value') || VERB.test(text);
  // "pinned cpus in …", "hugepages" say how machines are made.
  const summed = items.slice(target).some((item) => has(item, 'inAll'));
  const facts = summed ? ['boolean', 'bytes', 'number'] : ['boolean', 'bytes'];
  const isFact = facts.includes(fieldNamed(field?.field ?? '')?.type ?? '');
  const plural = several && field !== undefined && field.field !== 'name' && !verb && !isFact;
  const told = asked && (has(items[target + 1], 'owns') || isRanked(items, target + 1));
  const one = (asking?.any === true || told) && isKeyName(vocabulary, text);
  const label = one || (text.endsWith('s') && isKeyName(vocabulary, text.slice(0, -1)));
  const begins = items.slice(0, at).every((item) => has(item, 'filler') || item.text === 'all');
  const used = USED.test(items[target + 1]?.text ?? '') ? target + 2 : target + 1;
  const after = items[used];
  const shared = after?.text === 'used by' || (used > target + 1 && after?.text === 'by');
  const only = shared || after === undefined || has(after, 'place') || isSymbol(after, '?');
  const listed =
    only &&
    !has(items[target], 'noun') &&
    !happens(items, at, field?.field) &&
    (label ||
      ((field?.plural === true || each) && fieldNamed(field?.field ?? '')?.timed === undefined));
  const runs = field?.field === 'node' && HOSTING.has(after?.text ?? '');
  const owns = asked || (begins && (has(after, 'relative', 'with') || ranked || runs || listed));
  const group = owns && (plural || label) ? groupAt(scene, target, 'named') : undefined;
  if (group === undefined || describesMachines(items, target)) return undefined;
  const hosting = group.by === 'node' && HOSTING.has(items[group.next]?.text ?? '');
  return {
    next: shared ? used + 1 : hosting ? group.next + 1 : group.next,
    wanted: { aggregate: { function: 'distinct', of: group.by } },
  };
};

/** "which Windows versions are in use", "versions of RHEL": the releases there are. */
const releases = ({ items }: Scene, at: number): Step | undefined => {
  const begins = items
    .slice(0, at)
    .every((item) => has(item, 'filler', 'which', 'count') || isSystemWord(item));
  if (!begins || !/^(?:versions|releases)$/.test(items[at]?.text ?? '')) return undefined;
  const of = items[at + 1]?.text === 'of' && isSystemWord(items[skipFillers(items, at + 2)]);
  if (!of && !isSystemWord(items[at - 1])) return undefined;
  const next = of ? at + 2 : skipFillers(items, at + 1);
  const used = !of && USED.test(items[next]?.text ?? '') ? next + 1 : next;
  return { next: used, wanted: { aggregate: { function: 'distinct', of: 'osVersion' } } };
};

const EACH: ReadonlySet<string> = new Set(['each', 'every']);
const USED = /^(?:(?:are |is )?(?:being )?used|in use)$/;
const HOSTING: ReadonlySet<string> = new Set(['host', 'hosts', 'hosting', 'running']);

/** "node with the most VMs": only the most of something makes one thing a group. */
const isRanked = (items: readonly Item[], at: number): boolean =>
  senseOf(items[at], 'extreme')?.counts === true ||
  ((has(items[at], 'with') || has(items[at - 2], 'which')) &&
    has(items[skipFillers(items, at)], 'extreme'));

/** How many there are, by what, and which groups there are. */
export const countStep = (scene: Scene, at: number, wanted: Wanted): Step | undefined =>
  totalled(scene, at, wanted) ??
  releases(scene, at) ??
  counting(scene, at, wanted) ??
  distinct(scene, at);
