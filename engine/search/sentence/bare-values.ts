import { say } from '../../messages';
import { nearest } from '../../spelling';
import { isPartOfAny, spellingsOf } from '../names';
import { kindsOf } from '../vocabulary';
import { draftOf, replaced, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isWord, labelled, ownerKeys, pairsOf } from './label-pairs';
import { expandNamespaces, inNamespaces, labelledNamespaces } from './namespaces';
import { knownNames } from './questions';
import { systemBefore } from './versions';

const BY_NAME = say('Machines with this in their name');

const severalLabels = (scene: Scene, item: Item, pairs: readonly string[]): Match => {
  const message = say(
    '“{{name}}” is the value of several labels: {{labels}}. Which one is meant?',
    {
      name: item.raw,
      labels: pairs.join(', '),
    },
  );
  const suggestions = pairs.map((pair) => replaced(scene, item.start, item.end, pair));
  return { next: 0, question: { outcome: 'ambiguous', message, suggestions, word: item } };
};

/** A word of no other meaning: "qa" is an environment only where some project is of it. */
const isFree = ({ vocabulary }: Scene, item: Item): boolean => {
  const names = senseOf(item, 'environment')?.names;
  if (names === undefined) return item.senses.length === 0;
  return item.senses.length === 1 && expandNamespaces(vocabulary, names).patterns.length === 0;
};

/** Of machines that belong together: "the mongo cluster". */
export const GROUPS: ReadonlySet<string> = new Set([
  ...['cluster', 'clusters', 'app', 'apps', 'application', 'applications', 'service', 'services'],
  ...['stack', 'fleet', 'farm', 'nodes', 'members', 'replicas', 'workers', 'runners', 'brokers'],
  ...['hosts', 'agents', 'pool', 'controllers'],
]);

/** "gateways", "caches", "proxies": what one of them may be called. */
const singularsOf = ({ text }: Item): string[] =>
  /[a-z]{3}s$/.test(text) ? [text.slice(0, -1), text.slice(0, -2), `${text.slice(0, -3)}y`] : [];

/** "iis and sql machines": the noun is of both. */
const isListedNoun = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'and', 'or') && items[at + 1]?.senses.length === 0 && has(items[at + 2], 'noun');

/** "payments namespace": a word for a project, whatever labels say. */
const isProject = ({ items, vocabulary }: Scene, at: number): boolean =>
  senseOf(items[at + 1], 'field')?.field === 'namespace' &&
  expandNamespaces(vocabulary, [items[at]?.text ?? '']).patterns.length > 0;

/** "except the desktops": the noun tells which, where some are called so. */
const isExcepted = ({ items, negated, vocabulary }: Scene, at: number): boolean =>
  negated &&
  items[at + 1] === undefined &&
  (/^[a-z]{5,}s$/.test(items[at]?.text ?? '') ||
    isPartOfAny(vocabulary.machines, items[at]?.text ?? ''));

/** "the desktops in a": what machines are for is no word for all of them. */
const isKind = ({ items }: Scene, at: number): boolean =>
  /^(?:desktop|workstation)s?$/.test(items[at]?.text ?? '') &&
  systemBefore(items, at) === undefined;

/** "databse VMs": the one value of a label that is a letter away, where nothing is named so. */
const misspelt = ({ vocabulary }: Scene, { text, ordinary }: Item): string | undefined => {
  if (ordinary === true || text.length < 6 || isPartOfAny(vocabulary.machines, text))
    return undefined;
  const values = new Set([...vocabulary.labels.values()].flatMap((known) => [...known]));
  const [best, ...more] = nearest(text, values, 1);
  return more.length === 0 ? best?.word : undefined;
};

/** "depot VMs" of projects called `depot-…`, or labelled so, where no machine is. */
const projectsCalled = (
  scene: Scene,
  at: number,
  next: number,
  word: string,
): Match | undefined => {
  const prefixed = expandNamespaces(scene.vocabulary, [word]);
  const found =
    prefixed.patterns.length > 0
      ? prefixed
      : labelledNamespaces(scene.vocabulary, (labels) => Object.values(labels).includes(word));
  return found.patterns.length > 0 ? inNamespaces(scene, at, next, found) : undefined;
};

/** "oslo windows": a zone or a network called so, which machines may be named after. */
const isElsewhere = ({ vocabulary }: Scene, word: string): boolean =>
  PLACES.some((field) => spellingsOf(knownNames(vocabulary, field) ?? NONE).has(word));

const PLACES = ['zone', 'network', 'storageClass', 'folder'] as const;
const NONE: ReadonlySet<string> = new Set();

const loosely = (match: Match): Match => ({
  ...match,
  drafts: match.drafts?.map((draft) => ({ ...draft, loose: true })),
});

/** "databases", "database VMs": what machines are, before whose they are. */
const kindsAmong = (
  { vocabulary }: Scene,
  pairs: readonly string[],
  described: boolean,
): readonly string[] => {
  const owners = ownerKeys(vocabulary);
  const kinds = pairs.filter((pair) => !owners.some((key) => pair.startsWith(`${key}=`)));
  return described && kinds.length === 1 ? kinds : pairs;
};

/** "what is the weather in porto?": one thing is asked about, whatever machines are called so. */
const isAskedAbout = ({ items, sentence }: Scene, at: number): boolean =>
  /^what(?:['’]s| is) the $/i.test(sentence.slice(0, items[at]?.start)) &&
  !has(items[at + 1], 'noun');

/** "postgres VMs", "redis stopped": a label that says so, else machines that are named so. */
export const bareValueRule: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const item = items[at];
  if (!isWord(item) || !(isFree(scene, item) || isExcepted(scene, at) || isKind(scene, at)))
    return undefined;
  if (isAskedAbout(scene, at)) return undefined;
  const singulars = singularsOf(item);
  const carried = GROUPS.has(items[at + 1]?.text ?? '');
  const terse =
    items.length < 4 && item.text.length > 3 && isPartOfAny(vocabulary.machines, item.text);
  const alone = terse && items.length === 1;
  const excepted = isExcepted(scene, at);
  const described =
    alone ||
    excepted ||
    (terse && has(items[at + 1], 'value')) ||
    has(items[at], 'noun') ||
    has(items[at + 1], 'noun') ||
    carried ||
    isListedNoun(items, at + 1);
  const owner = pairsOf(vocabulary, ownerKeys(vocabulary), item.text).length > 0;
  if (item.ordinary === true && !described && !owner) return undefined;
  if (kindsOf(vocabulary, item.text).length > 0 || isProject(scene, at)) return undefined;
  const next = carried ? at + 2 : at + 1;
  const keys = [...vocabulary.labels.keys()];
  const pairs = [item.text, ...singulars]
    .map((word) => pairsOf(vocabulary, keys, word))
    .find((found) => found.length > 0);
  const found = pairs && kindsAmong(scene, pairs, described || singulars.length > 0);
  if (found !== undefined && found.length > 1)
    return { ...severalLabels(scene, item, found), next };
  if (found !== undefined) return loosely(labelled(scene, at, next, found));
  if (!described) return undefined;
  const meant = item.readAs === undefined && has(items[at + 1], 'noun') && misspelt(scene, item);
  if (meant) {
    const read = items.map((one) => (one === item ? { ...item, text: meant, readAs: meant } : one));
    return bareValueRule({ ...scene, items: read }, at);
  }
  const word = /^\p{L}/u.test(item.text) && item.ordinary !== true;
  if (!word) return undefined;
  const part = [item.text, ...singulars].find((text) => isPartOfAny(vocabulary.machines, text));
  if (part === undefined || isElsewhere(scene, item.text))
    return projectsCalled(scene, at, next, item.text);
  const parts = { field: 'name', op: 'contains', value: part, detail: BY_NAME };
  return { next, drafts: [draftOf(scene, at, next, { ...parts, loose: true })] };
};
