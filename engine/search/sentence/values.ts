import { say } from '../../messages';
import { fieldNamed } from '../fields';
import { ERROR_EXPANSION, ERROR_GROUP } from '../statuses';
import { draftOf, type Draft, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { namedFieldOf, namedValue } from './entities';
import { openValue } from './open-values';
import { isText, patternValue, toValue, type Start } from './pattern-value';
import { badValue, knownNames, unknownName, unknownVersion } from './questions';
import { isSaidOf, isSymbol, skipCarrier, skipFillers } from './skip';
import { isNamed, type NamedField } from '../vocabulary';
import { isGlob } from '../query/glob';
import { blockOf, isBeginning } from './addresses';
import { isExplained, isState } from './states';
import { isLinuxOf, isSystem, osVersion, systemAt } from './versions';

/** What the error group stands for. */
export const EXPANDED = say('Means {{statuses}}', { statuses: ERROR_EXPANSION });

const details = (item: Item, value: unknown): Partial<Draft> =>
  item.readAs === undefined && value === ERROR_GROUP ? { detail: EXPANDED } : {};

/** What was found, with the words from `at` on. */
const spanned = ({ items }: Scene, at: number, match: Match | undefined): Match | undefined =>
  match && {
    ...match,
    drafts: match.drafts?.map((draft) => ({
      ...draft,
      start: Math.min(items[at]?.start ?? draft.start, draft.start),
    })),
  };

/** Words of the lexicon that stand for a value: "running", "windows", "broken". */
export const valueRule: Rule = (scene, at) => {
  const { items } = scene;
  const item = items[at];
  const sense = senseOf(item, 'value');
  if (item === undefined || sense === undefined) return undefined;
  if (!isState(scene, at) || !isExplained(scene, at)) return undefined;
  // "the fedora preference" names a preference.
  const kind = namedFieldOf(items[at + 1]);
  if (kind !== undefined && isNamed(scene.vocabulary, kind, item.text)) return undefined;
  const system = systemAt(items, at);
  if (system > at) return spanned(scene, at, valueRule(scene, system));
  const kernel = isLinuxOf(sense, items[at + 1]) ? at + 2 : at + 1;
  const version = sense.field === 'os' ? osVersion(items, kernel) : undefined;
  let next = version?.next ?? kernel;
  next = skipCarrier(items, next, sense.field);
  const text = version === undefined ? sense.value : `${String(sense.value)} ${version.text}`;
  if (sense.field === 'os' && /\d/.test(String(text)) && !isSystem(scene.vocabulary, String(text)))
    return unknownVersion(
      scene,
      { start: item.start, end: items[next - 1]?.end ?? item.end },
      next,
      {
        family: String(sense.value).replace(/ \d.*$/, ''),
        os: String(text),
      },
    );
  const draft = draftOf(scene, at, next, {
    field: sense.field,
    op: Array.isArray(text) ? 'in' : sense.op === undefined || sense.op === 'not' ? 'is' : sense.op,
    value: text,
    ...details(item, sense.value),
    ...(sense.op === 'not' ? { negated: true, opposite: true } : {}),
  });
  return { next, drafts: [draft] };
};

const withNegation = (match: Match | undefined, negated: boolean): Match | undefined =>
  match && negated
    ? { ...match, drafts: match.drafts?.map((draft) => ({ ...draft, negated: true })) }
    : match;

/** A machine is called exactly so, or by wildcard; an unknown name is a question. */
const nameValue = (scene: Scene, at: number, start: Start): Match | undefined => {
  const item = scene.items[start.next];
  if (!isText(item) || has(item, 'noun')) return undefined;
  const next = start.next + 1;
  if (!isGlob(item.text) && !isNamed(scene.vocabulary, 'name', item.text)) {
    return unknownName(scene, 'name', item, next);
  }
  const draft = draftOf(scene, at, next, { field: 'name', op: 'is', value: item.text });
  return { next, drafts: [draft] };
};

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['enabled', true],
  ['false', false],
  ['disabled', false],
]);

const isFlag = (field: string): boolean => fieldNamed(field)?.type === 'boolean';

/** Values written as the field itself knows them: `status:CrashLoopBackOff`, `runStrategy=Always`. */
const ownValue = (scene: Scene, at: number, field: string, start: Start): Match | undefined => {
  const item = scene.items[start.next];
  if (!isText(item)) return undefined;
  const value = isFlag(field) ? FLAGS.get(item.text) : item.text;
  const prepared = fieldNamed(field)?.operators.is?.prepare(value, scene.context);
  const next = start.next + 1;
  if (prepared !== undefined) {
    const parts = { field, op: 'is', value: prepared.value };
    const detail = prepared.value === ERROR_GROUP ? { detail: EXPANDED } : {};
    return { next, drafts: [draftOf(scene, at, next, { ...parts, ...detail })] };
  }
  const assigned = isSymbol(scene.items[start.next - 1], ':', '=', '!=');
  return assigned && !isFlag(field) ? badValue(field, item, next) : undefined;
};

/** "with network problems" is about problems: that there is a network tells nothing of them. */
const isTroubled = (item: Item | undefined): boolean =>
  senseOf(item, 'value')?.value === ERROR_GROUP;

// "whose disk is on premium-ssd" tells where it is.
const isStatus = (item: Item | undefined): boolean =>
  senseOf(item, 'value')?.field === 'status' && !has(item, 'place');

/**
 * "whose disk is pending", "with a paused migration": the state is of what is named, of which the
 * status of the machine tells nothing.
 */
const hasOwnState = ({ items }: Scene, at: number, field: string): boolean =>
  (has(items[at - 1], 'relative') && isStatus(items[skipFillers(items, at + 1)])) ||
  (isStatus(items[at - 1]) && fieldNamed(field)?.timed !== undefined);

/** A field that only counts: "without network interfaces". */
const COUNTS = ['nicCount'];

const noneOf = (scene: Scene, at: number): Match | undefined => {
  const field = scene.items[at]?.senses
    .flatMap((sense) => (sense.is === 'field' ? [sense.field] : []))
    .find((name) => COUNTS.includes(name));
  const bare =
    scene.negated && !has(scene.items[skipFillers(scene.items, at + 1)], 'compare', 'place');
  if (field === undefined || !bare) return undefined;
  return { next: at + 1, drafts: [draftOf(scene, at, at + 1, { field, op: 'gte', value: 1 })] };
};

/** "without a node", "with an IP address": only that it is there. */
const existence = (scene: Scene, at: number, field: string): Match | undefined => {
  const before = scene.items[at - 1];
  const told = has(scene.items[at + 1], 'there');
  const asked = scene.negated || told || has(before, 'filler', 'relative') || isSymbol(before, ':');
  const { optional, timed, open, partial, names, type } = fieldNamed(field) ?? {};
  const after = scene.items[at + 1];
  const counted = noneOf(scene, at);
  if (counted !== undefined) return counted;
  // "last backup failed" tells how it went, which the time of it does not.
  const verb = type === 'time' ? scene.items[skipFillers(scene.items, at + 1)] : after;
  const isDevice = partial === true && names !== undefined;
  const troubled = isTroubled(verb) && !isDevice;
  // "host passthrough" is no host.
  const described = field === 'node' && has(after, 'field');
  if (optional !== true || troubled || described || hasOwnState(scene, at, field)) return undefined;
  // "template windows" names a template: that there is one is not what is asked.
  if (open === true && !isDevice && !scene.negated && has(after, 'value')) return undefined;
  // "gpu VMs", and the terse "gpu running", "gpu folder a".
  const next = skipFillers(scene.items, at + 1);
  const noun = scene.items[next];
  // "GPU가 있는 중지된 VM"
  const carried = scene.items.slice(at + 1, next).some((item) => has(item, 'with'));
  const terse =
    after === undefined ||
    carried ||
    has(noun, 'noun') ||
    has(after, 'value', 'or', 'and', 'place', 'field', 'with');
  if (!asked && timed === undefined && !(isDevice && terse)) return undefined;
  return {
    next: at + 1,
    drafts: [draftOf(scene, at, at + 1, { field, op: 'exists', value: true })],
  };
};

const textField = (
  scene: Scene,
  at: number,
  field: NamedField,
  start: Start,
): Match | undefined => {
  const pattern = patternValue(scene, at, field, start);
  if (pattern !== undefined) return pattern;
  return field === 'name' ? nameValue(scene, at, start) : namedValue(scene, at, start.next, field);
};

/** "secure boot on": the switch is of what was named, not of the machine. */
const switchAt = (scene: Scene, { field }: Draft, at: number): boolean | undefined =>
  isFlag(field) && isState(scene, at) ? senseOf(scene.items[at], 'switch')?.on : undefined;

/** "guest agent down" tells of the agent. */
const DOWN: ReadonlySet<string> = new Set(['down', 'offline', 'died', 'broken', 'off', 'failed']);

/** "a CD-ROM attached", "guest agent is not connected": only that what was named is there. */
const withThere = (scene: Scene, match: Match | undefined): Match | undefined => {
  const { items } = scene;
  const [draft] = match?.drafts ?? [];
  const bare = draft !== undefined && (draft.op === 'exists' || draft.value === true);
  if (match === undefined || !bare) return match;
  const not = skipFillers(items, match.next);
  // "with secure boot that are off": the machines are.
  if (items.slice(match.next, not).some((item) => has(item, 'relative'))) return match;
  const switched = switchAt(scene, draft, not);
  if (switched !== undefined) return withNegation({ ...match, next: not + 1 }, !switched);
  const denial = senseOf(items[not], 'not');
  const denied = denial !== undefined && denial.how !== 'except';
  const there = denied ? skipFillers(items, not + 1) : not;
  // "agent is running", but not "agent, running".
  const runs = draft.field === 'guestAgent' && there > match.next && isState(scene, there);
  const state = runs && senseOf(items[there], 'value')?.value === 'Running';
  if (draft.field === 'guestAgent' && DOWN.has(items[there]?.text ?? ''))
    return withNegation({ ...match, next: there + 1 }, !denied);
  const said = senseOf(items[there], 'there');
  if (said === undefined && !state) return match;
  return withNegation({ ...match, next: there + 1 }, denied !== (said?.not === true));
};

/** A field by its name, with its value: "namespace prod-web", "status is not running", "os: rhel 9". */
export const fieldRule: Rule = (scene, at) => withThere(scene, fieldMatch(scene, at));

/** "on nodes in zone a", "on nodes in eu-west-1a" is about the zone only. */
const isOfZone = ({ items, vocabulary }: Scene, at: number): boolean =>
  senseOf(items[at], 'field')?.field === 'node' &&
  has(items[at + 1], 'place') &&
  (knownNames(vocabulary, 'zone')?.has(items[skipFillers(items, at + 2)]?.text ?? '') === true ||
    items.slice(at + 2, at + 5).some((item) => senseOf(item, 'field')?.field === 'zone'));

/** `storage:fast`: a word cannot be a size. */
const STORAGE: Readonly<Record<string, string | undefined>> = {
  disk: 'storageClass',
  diskSize: 'storageClass',
};

/** Texts of which a part is asked for: an address by its first numbers; others have no parts. */
const partly = (scene: Scene, at: number, field: string, start: Start): Match | undefined => {
  const item = scene.items[start.next];
  const beginning = field === 'ip' && start.op === undefined && isBeginning(item?.text ?? '');
  if ((start.op === undefined && !beginning) || item === undefined) return undefined;
  const next = start.next + 1;
  const begins = beginning || start.op === 'startsWith';
  const value = field === 'ip' && begins ? blockOf(item.text) : undefined;
  if (value === undefined) return badValue(field, item, next);
  return { next, drafts: [draftOf(scene, at, next, { field, op: 'is', value })] };
};

/** "snapshot failed", "backups that have errors", in whatever language the words are. */
const failedOf = (scene: Scene, at: number, field: string): Match | undefined => {
  const clause = has(scene.items[at + 1], 'relative') ? at + 2 : at + 1;
  const verb = skipFillers(scene.items, clause);
  const troubled = senseOf(scene.items[verb], 'value');
  // "snapshot issues" may be others.
  const fails = troubled?.value === ERROR_GROUP && troubled.happens !== true;
  if (!fails || fieldNamed(field)?.timed?.Failed === undefined) return undefined;
  const draft = draftOf(scene, at, verb + 1, { field, op: 'is', value: 'Failed' });
  return { next: verb + 1, drafts: [draft] };
};

const fieldMatch: Rule = (scene, at) => {
  const { items } = scene;
  const field = senseOf(items[at], 'field')?.field;
  if (field === undefined) return undefined;
  // "machine" is a noun; `machine:prod/web-01` is a field.
  if (has(items[at], 'noun') && !isSymbol(items[at + 1], ':', '=', '!=')) return undefined;
  if (isOfZone(scene, at)) return { next: at + 1 };
  // "namespace in (a, b)" of a selector: the place that follows says the rest.
  const selected = items[at + 1]?.text === 'in' && isSymbol(items[at + 2], '(');
  if (selected && namedFieldOf(items[at]) !== undefined) return { next: at + 1 };
  const failed = failedOf(scene, at, field);
  if (failed !== undefined) return failed;
  const first = toValue(items, at + 1);
  // "description mentions": the field again, as a verb.
  const again = senseOf(items[first.next], 'field')?.field === field && field === 'description';
  const start = again ? toValue(items, first.next + 1) : first;
  const text = namedFieldOf(items[at]);
  if (text !== undefined) {
    const match = textField(scene, at, text, start) ?? existence(scene, at, field);
    return withNegation(match, start.negated && match?.next !== at + 1);
  }
  const value = items[start.next];
  const sense = senseOf(value, 'value');
  // "interfaz SR-IOV": the noun that carries a value may stand before it.
  if (sense !== undefined && (sense.field === field || isSaidOf(items[at], sense.field))) {
    return withNegation(spanned(scene, at, valueRule(scene, start.next)), start.negated);
  }
  const address = (field === 'ip' || field === 'mac') && value?.kind === 'address';
  const typed = address || ['enum', 'os', 'boolean'].includes(fieldNamed(field)?.type ?? '');
  const own = typed ? withNegation(ownValue(scene, at, field, start), start.negated) : undefined;
  if (own !== undefined) return own;
  const assigned = isSymbol(items[start.next - 1], ':', '=', '!=');
  // "storage nfs-slow"
  const stored = STORAGE[field];
  const named =
    stored !== undefined && knownNames(scene.vocabulary, stored)?.has(value?.text ?? '');
  const open = openValue(scene, at, (assigned || named ? stored : undefined) ?? field, start);
  if (open !== undefined) return withNegation(open, start.negated);
  const part = partly(scene, at, field, start);
  if (part !== undefined) return withNegation(part, start.negated);
  if (isFlag(field) && !isTroubled(items[at + 1])) {
    const draft = draftOf(scene, at, at + 1, { field, op: 'is', value: true });
    return { next: at + 1, drafts: [draft] };
  }
  return existence(scene, at, field);
};
