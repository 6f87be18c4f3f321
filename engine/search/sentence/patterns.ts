import { say } from '../../messages';
import {
  draftOf,
  literalOf,
  replaced,
  type Draft,
  type Match,
  type Rule,
  type Scene,
} from './draft';
import { has, senseOf, type Item } from './items';
import { isText, patternValue } from './pattern-value';
import { skipFillers } from './skip';
import { valueRule } from './values';

/** "audit in the description": texts one looks into. */
const lookedInto = (
  items: readonly Item[],
  at: number,
): { field: string; next: number } | undefined => {
  if (has(items[at], 'inName')) return { field: 'name', next: at + 1 };
  if (!has(items[at], 'place')) return undefined;
  const next = skipFillers(items, at + 1);
  const field = senseOf(items[next], 'field')?.field;
  return field === 'description' ? { field, next: next + 1 } : undefined;
};

/** "web in the name", "audit in the description". */
export const inTextRule: Rule = (scene, at) => {
  const item = scene.items[at];
  const where = isText(item) ? lookedInto(scene.items, at + 1) : undefined;
  if (!isText(item) || where === undefined) return undefined;
  const { field, next } = where;
  return {
    next,
    drafts: [draftOf(scene, at, next, { field, op: 'contains', value: literalOf(item) })],
  };
};

/** "VMs starting with web": what is named is the machine. */
export const patternRule: Rule = (scene, at) => {
  const op = senseOf(scene.items[at], 'match')?.op;
  if (op === undefined) return undefined;
  // "like the usual ones" names nothing: what is looked for follows at once.
  const next = at + 1;
  return patternValue(scene, at, 'name', { next, negated: false, op });
};

/** The next of "name starts with web or db". */
export const nextPattern: Rule = (scene, at) => {
  const { link, previous, items } = scene;
  const item = items[at];
  const listing =
    previous !== undefined && ['contains', 'startsWith', 'endsWith'].includes(previous.op);
  if (link === 'none' || !listing || !isText(item) || item.senses.length > 0) return undefined;
  const draft = draftOf(scene, at, at + 1, {
    field: previous.field,
    op: previous.op,
    value: item.text,
  });
  return { next: at + 1, drafts: [draft] };
};

const ONLY_OS = say('Only the operating system is meant, whatever the status');

/** "not running Windows": another system, or a state of those that have it. */
const unclearRunning = (scene: Scene, at: number, next: number): Match => {
  const [start, end] = [scene.items[at]?.start ?? 0, scene.items[at + 1]?.start ?? 0];
  const message = say('Is the operating system or the status meant by “{{words}}”?', {
    words: scene.sentence.slice(start, scene.items[next - 1]?.end),
  });
  const suggestions = ['', 'running and '].map((text) => replaced(scene, start, end, text));
  return { next, question: { outcome: 'ambiguous', message, suggestions } };
};

/** "VMs running Windows" tells of the system, "running Windows VMs" of the state too. */
export const runningOsRule: Rule = (scene, at) => {
  const { items } = scene;
  const state = senseOf(items[at], 'value');
  const os = senseOf(items[at + 1], 'value')?.field === 'os';
  const after = items.slice(0, at).some((item) => has(item, 'noun'));
  const match = os && after && state?.anchor === 'started' ? valueRule(scene, at + 1) : undefined;
  if (match === undefined || has(items[match.next], 'noun')) return undefined;
  if (scene.negated) return unclearRunning(scene, at, match.next);
  const parts: Partial<Draft> = { confidence: 'medium', detail: ONLY_OS };
  const drafts = match.drafts?.map((draft) => ({
    ...draft,
    ...parts,
    start: Math.min(items[at]?.start ?? draft.start, draft.start),
  }));
  return { next: match.next, drafts };
};
