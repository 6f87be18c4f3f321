import { literalDraft, type Rule } from './draft';
import { isBareName } from './open-values';
import { skipCarrier } from './skip';

/** "gn1 machines", "u1 instance types": all of a series, whatever their size. */
export const seriesRule: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const item = items[at];
  if (!isBareName(scene, item) || !/^[a-z]+\d+$/.test(item.text)) return undefined;
  const value = `${item.text}.`;
  if (![...vocabulary.instancetypes].some((name) => name.startsWith(value))) return undefined;
  const next = skipCarrier(items, at + 1, 'instancetype');
  const parts = { field: 'instancetype', op: 'startsWith', value };
  return { next, drafts: [literalDraft(scene, at, next, parts)] };
};
