import { fieldNamed } from '../fields';
import { draftOf, type Match, type Rule, type Scene } from './draft';
import { has, senseOf } from './items';
import { namedFieldOf } from './entities';
import { machineTexts } from './machine-texts';
import { knownNames } from './questions';
import { isSymbol, skipFillers } from './skip';
import { isNamed } from '../vocabulary';

const exact = (scene: Scene, at: number, next: number, field: string, value: string): Match => ({
  next,
  drafts: [draftOf(scene, at, next, { field, op: 'is', value })],
});

/** "web-01.prod-web.svc.cluster.local": a machine as the cluster's DNS has it. */
const domainName: Rule = (scene, at) => {
  const [, name = '', namespace = ''] =
    /^([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.[a-z0-9.-]+)?$/.exec(scene.items[at]?.text ?? '') ?? [];
  const found = scene.vocabulary.machines.get(name) ?? [];
  return found.some((machine) => machine.namespace === namespace)
    ? exact(scene, at, at + 1, 'machine', `${namespace}/${name}`)
    : undefined;
};

/** "vm/web-01", "virtualmachine.kubevirt.io/web-01": a machine as kubectl prints it. */
const typedName: Rule = (scene, at) => {
  const [, name = ''] = TYPED.exec(scene.items[at]?.text ?? '') ?? [];
  return scene.vocabulary.machines.has(name) ? exact(scene, at, at + 1, 'name', name) : undefined;
};

const TYPED = /^(?:vmi?s?|virtualmachine(?:instance)?s?)(?:\.kubevirt\.io)?\/([a-z0-9.-]+)$/;

/** `status in (Stopped, Paused)` inside a sentence: the values follow in parentheses. */
const selected: Rule = ({ items }, at) => {
  const field = senseOf(items[at], 'field')?.field ?? '';
  const listed = items[at + 1]?.text === 'in' && isSymbol(items[at + 2], '(');
  const values = fieldNamed(field)?.type === 'enum' || field === 'os';
  return listed && values && namedFieldOf(items[at]) === undefined ? { next: at + 2 } : undefined;
};

/** "on eu-west-1a nodes": the nodes of a zone. */
const zoneNodes: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const start = has(items[at], 'place') ? skipFillers(items, at + 1) : at;
  const item = items[start];
  const zone = item !== undefined && knownNames(vocabulary, 'zone')?.has(item.text) === true;
  const nodes = namedFieldOf(items[start + 1]) === 'node';
  return zone && nodes && !vocabulary.nodes.has(item.text)
    ? exact(scene, at, start + 2, 'zone', item.text)
    : undefined;
};

const CARRIER = /^(?:type|size|kind|flavou?r)$/;

/** "type u1.large", "of size u1.large" */
const carriedType: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  if (!CARRIER.test(items[at]?.text ?? '')) return undefined;
  const next = skipFillers(items, isSymbol(items[at + 1], ':', '=') ? at + 2 : at + 1);
  const name = items[next]?.text ?? '';
  return isNamed(vocabulary, 'instancetype', name)
    ? exact(scene, at, next + 1, 'instancetype', name)
    : undefined;
};

/** "unknown OS", "empty description": that it is not there, said before what it is of. */
const unknownOf: Rule = (scene, at) => {
  const { items } = scene;
  const field = has(items[at], 'blank') ? senseOf(items[at + 1], 'field')?.field : undefined;
  if (field === undefined || has(items[at], 'not') || fieldNamed(field)?.optional !== true)
    return undefined;
  const parts = { field, op: 'exists', value: true, negated: true };
  return { next: at + 2, drafts: [draftOf(scene, at, at + 2, parts)] };
};

/** "condition LiveMigratable is False" */
const condition: Rule = ({ items }, at) => {
  const named = senseOf(items[at + 1], 'field') ?? senseOf(items[at + 1], 'value');
  const flag = fieldNamed(named?.field ?? '')?.type === 'boolean';
  return items[at]?.text === 'condition' && flag ? { next: at + 1 } : undefined;
};

const descriptionsOf = machineTexts(({ description }) => description);

const MOST_WORDS = 8;

/** "whose description mentions a quarterly risk model": several words that stand there together. */
const described: Rule = (scene, at) => {
  const { items, sentence, vocabulary } = scene;
  if (senseOf(items[at], 'field')?.field !== 'description') return undefined;
  let start = at + 1;
  while (
    has(items[start], 'filler', 'match') ||
    senseOf(items[start], 'field')?.field === 'description'
  )
    start += 1;
  const first = items[start];
  for (
    let next = Math.min(items.length, start + MOST_WORDS);
    first && next > start + 1;
    next -= 1
  ) {
    const value = sentence.slice(first.start, items[next - 1]?.end).toLowerCase();
    if (descriptionsOf(vocabulary.machines).some((text) => text.includes(value)))
      return {
        next,
        drafts: [draftOf(scene, at, next, { field: 'description', op: 'contains', value })],
      };
  }
  return undefined;
};

/** What is pasted from elsewhere, or written as it stands there. */
export const pastedRule: Rule = (scene, at) =>
  domainName(scene, at) ??
  typedName(scene, at) ??
  selected(scene, at) ??
  zoneNodes(scene, at) ??
  carriedType(scene, at) ??
  condition(scene, at) ??
  unknownOf(scene, at) ??
  described(scene, at);
