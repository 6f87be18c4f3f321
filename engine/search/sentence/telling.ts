import { fieldNamed } from '../fields';
import type { Scene } from './draft';
import { has, senseOf } from './items';
import { keysNamed } from './label-pairs';
import type { Step, Wanted } from './results';
import { isSymbol, skipFillers } from './skip';
import { isKeyName } from './label-pairs';
import { measuresOf } from './measures';

/** "who owns the paused VMs": the owners of those; they may be named once more. */
const owners = ({ items, vocabulary }: Scene, at: number, wanted: Wanted): Step | undefined => {
  const again = wanted.aggregate?.of === `label:${items[at]?.text.replace(/s$/, '')}`;
  if (again && items[at + 1] === undefined) return { next: at + 1, wanted: {} };
  const who = items[at]?.text === 'who' && has(items[at + 1], 'owns');
  // "owner of siem"
  const of = items[at + 1]?.text === 'of' ? items[at]?.text.replace(/s$/, '') : undefined;
  const [key] = keysNamed(vocabulary, who ? 'owner' : of);
  return key === undefined
    ? undefined
    : { next: at + 2, wanted: { aggregate: { function: 'distinct', of: `label:${key}` } } };
};

const THEIRS: ReadonlySet<string> = new Set(['their', 'its']);

/** "VMがあるノード": the nodes of those. "¿de quién es sql-06?": their owners, where labels tell. */
const told = ({ items, vocabulary }: Scene, at: number): Step | undefined => {
  const of = senseOf(items[at], 'lists')?.field;
  const [key] = of === 'label' ? keysNamed(vocabulary, 'owner') : [];
  const named = of === 'label' ? key && `label:${key}` : of;
  return named === undefined
    ? undefined
    : { next: at + 1, wanted: { aggregate: { function: 'distinct', of: named } } };
};

/** "with their owners", "and its node": what is to be shown of them, which says nothing of which. */
const shown = ({ items, vocabulary, previous }: Scene, at: number): Step | undefined => {
  // "which VMs failed and on which node"
  const last = items[skipFillers(items, at + 2)] === undefined;
  const asking = senseOf(items[at], 'which');
  const asks = asking !== undefined && asking.any !== true && previous !== undefined && last;
  if (!asks && !THEIRS.has(items[at]?.text ?? '')) return undefined;
  const text = items[at + 1]?.text ?? '';
  const named = has(items[at + 1], 'field') || isKeyName(vocabulary, text.replace(/s$/, ''));
  const after = items[at + 2];
  const ends = after === undefined || has(after, 'and') || isSymbol(after, ',', ')');
  return named && ends ? { next: at + 2, wanted: {} } : undefined;
};

/** "vCPUs allocated on worker-1", "memory committed to the web VMs": added up. */
const given = ({ items, previous }: Scene, at: number, { aggregate }: Wanted): Step | undefined => {
  // "how much disk is provisioned for"
  if (aggregate?.function === 'sum' && has(items[at], 'given')) return { next: at + 1, wanted: {} };
  const next = has(items[at + 1], 'given') ? at + 1 : skipFillers(items, at + 1);
  // "memory allocated over 8 GB" compares.
  const said = has(items[next], 'given') && !has(items[next + 1], 'compare', 'between');
  if (!said || previous !== undefined) return undefined;
  const head = items.slice(0, at).every((item) => has(item, 'filler', 'total', 'which', 'count'));
  const unit = measuresOf(items[at]).find((name) => fieldNamed(name)?.unit !== undefined);
  const of = unit === 'disk' ? 'diskSize' : unit;
  return head && of !== undefined
    ? {
        next: next + 1,
        wanted: { aggregate: { function: 'sum', of, unit: fieldNamed(of)?.unit } },
      }
    : undefined;
};

/** "mentioning audit in their description": where it was looked for already. */
const lookedFor = ({ items, previous }: Scene, at: number): Step | undefined => {
  const theirs = has(items[at], 'place') && THEIRS.has(items[at + 1]?.text ?? '');
  const again = senseOf(items[at + 2], 'field')?.field === previous?.field;
  return theirs && again && previous?.op === 'contains' ? { next: at + 3, wanted: {} } : undefined;
};

/** What is to be told of the machines, which says nothing of which. */
export const tellingOf = (scene: Scene, at: number, wanted: Wanted): Step | undefined =>
  given(scene, at, wanted) ??
  owners(scene, at, wanted) ??
  told(scene, at) ??
  shown(scene, at) ??
  lookedFor(scene, at);
