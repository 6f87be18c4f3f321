import { fieldNamed } from '../fields';
import { kindsOf } from '../vocabulary';
import type { Rule, Scene } from './draft';
import { has, senseOf } from './items';
import { skipFillers } from './skip';

/** "IPs of all SLES machines": what is to be seen of them says nothing of which. */
const isShown = ({ items }: Scene, at: number): boolean => {
  const field = senseOf(items[at], 'field');
  const begins = items
    .slice(0, at)
    .every((item) => item.kind === 'symbol' || (has(item, 'filler') && !has(item, 'noun')));
  const address = fieldNamed(field?.field ?? '')?.type === 'address' || field?.field === 'mac';
  return begins && address && field?.plural === true && items[at + 1]?.text === 'of';
};

/** "memory of web-01": one looks at a machine, whatever is to be seen of it. */
export const askedOfRule: Rule = (scene, at) => {
  const { items, vocabulary, negated } = scene;
  if (isShown(scene, at)) return { next: at + 1 };
  if (negated || !has(items[at], 'field') || items[at + 1]?.text !== 'of') return undefined;
  const name = skipFillers(items, at + 1);
  const kinds = kindsOf(vocabulary, items[name]?.text ?? '');
  return kinds.length === 1 && kinds[0] === 'name' ? { next: name } : undefined;
};
