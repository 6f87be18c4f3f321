import { draftOf, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { unknownVersion } from './questions';
import { isSymbol, skipFillers } from './skip';
import { isSystem, osVersion, VERSION } from './versions';

/** `version=8`, where no label is called so. */
const isAssigned = ({ items, vocabulary }: Scene, at: number): boolean => {
  const key = items[at]?.text ?? '';
  return VERSION.has(key) && isSymbol(items[at + 1], '=', ':') && !vocabulary.labels.has(key);
};

/** "versions of windows", "windows versions except 2019": which ones is told later, if at all. */
const namesNone = ({ items, previous }: Scene, at: number): boolean => {
  if (!/^(?:version|release|edition)s?$/.test(items[at]?.text ?? '')) return false;
  const system = senseOf(items[skipFillers(items, at + 1)], 'value');
  if (items[at + 1]?.text === 'of') return system?.field === 'os';
  return previous?.field === 'os' && has(items[at + 1], 'not');
};

/** Further versions follow: "except 2019 and 2022". */
const listsVersions = (items: readonly Item[], at: number): boolean => {
  const next = has(items[at + 1], 'and', 'or') || isSymbol(items[at + 1], ',') ? at + 2 : at + 1;
  return next === at + 2 && osVersion(items, next) !== undefined;
};

/** "rhel 8 or 9": a version alone takes the family before it. */
export const versionRule: Rule = (scene, at) => {
  const { items, link, previous } = scene;
  const item = items[at];
  if (namesNone(scene, at)) return { next: at + 1 };
  if (previous?.field !== 'os' || typeof previous.value !== 'string') return undefined;
  // "RHEL guests other than version 9", "rhel other than 9".
  const ends = at === items.length - 1 || listsVersions(items, at);
  const other = scene.negated && (VERSION.has(item?.text ?? '') || ends);
  const assigned = isAssigned(scene, at);
  if (link === 'none' && !other && !assigned) return undefined;
  const version = osVersion(items, at);
  const family = previous.value.replace(/ \d[\w.]*$/, '');
  if (item === undefined || version === undefined) return undefined;
  const value = `${family} ${version.text}`;
  // "windows, 2019"
  const plain = family === previous.value;
  const further =
    plain && (assigned || link === 'comma' || link === 'and') && isSystem(scene.vocabulary, value);
  if (assigned && !isSystem(scene.vocabulary, value))
    return unknownVersion(scene, item, version.next, { family, os: value });
  if (plain && !other && !further) return undefined;
  return {
    next: version.next,
    drafts: [draftOf(scene, at, version.next, { field: 'os', op: 'is', value, narrows: further })],
  };
};
