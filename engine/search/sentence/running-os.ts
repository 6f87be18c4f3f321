import { say } from '../../messages';
import type { Draft, Rule } from './draft';
import { has, senseOf } from './items';
import { valueRule } from './values';
import { versionLimitRule } from './version-limits';

const ONLY_OS = say('Only the operating system is meant, whatever the status');

/** "VMs running Windows" tells of the system, "running Windows VMs" of the state too. */
export const runningOsRule: Rule = (scene, at) => {
  const { items } = scene;
  const state = senseOf(items[at], 'value');
  // "running on RHEL 8"
  const named = items[at + 1]?.text === 'on' ? at + 2 : at + 1;
  const os = ['os', 'architecture'].includes(senseOf(items[named], 'value')?.field ?? '');
  // "all running RHEL 8" says which of them.
  const after =
    items[at - 1]?.text !== 'all' &&
    items.slice(0, at).some((item) => has(item, 'noun') || item.text === 'who');
  const runs = os && after && state?.anchor === 'started';
  const match = runs ? (versionLimitRule(scene, named) ?? valueRule(scene, named)) : undefined;
  if (match === undefined || has(items[match.next], 'noun')) return undefined;
  const parts: Partial<Draft> = { confidence: 'medium', detail: ONLY_OS };
  const drafts = match.drafts?.map((draft) => ({
    ...draft,
    ...parts,
    start: Math.min(items[at]?.start ?? draft.start, draft.start),
  }));
  return { next: match.next, drafts };
};
