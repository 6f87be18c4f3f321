import { spellingsOf } from '../names';
import { kindsOf, type Vocabulary } from '../vocabulary';
import { blank, padded } from './blank';

/** What is known by which keys in logs, metrics, alerts and manifests, as short as the grammar has it. */
const KEYS: readonly (readonly [key: string, pattern: RegExp])[] = [
  ['ns', /^(?:exported_|vm_?i?_?|metadata\.)?(?:namespace|project)$/],
  ['node', /^(?:exported_|source_?|spec\.|status\.)?(?:node|node_?name|host|host_?name|nodes)$/],
  [
    'name',
    /^(?:exported_|metadata\.)?(?:name|vmi?|vmi?_?name|virtual_?machine(?:_?(?:instance|name))*|domain|kubevirt\.io\/(?:domain|vm)|vm\.kubevirt\.io\/name)$/,
  ],
  ['status', /^(?:status\.)?(?:phase|status|printable_?status|state|vm_?state|status_group)$/],
  ['storageclass', /^storage_?class(?:_?name)?$/],
  ['runstrategy', /^(?:spec\.)?run_?strategy$/],
  ['instancetype', /^instance_?type(?:\.name)?$/],
  ['os', /^(?:os|guest_?os(?:_?name)?|os_?name)$/],
  ['ip', /^(?:ip|ip_?address(?:es)?|pod_?ip|interface_?ip|address)$/],
  ['mac', /^(?:mac|mac_?address|hwaddr)$/],
  ['arch', /^(?:arch|architecture)$/],
  ['zone', /^(?:zone|availability_?zone|topology\.kubernetes\.io\/zone)$/],
  ['network', /^(?:network_?name|network)$/],
];

/** What such texts say beside, whatever its value: when, by whom, how bad, and the names of other things. */
const IDLE =
  /^(?:alert_?name|severity|job|instance|endpoint|service|container|pod_?template_?hash|uid|id|resource_?version|generation|prometheus|cluster|level|lvl|msg|message|error|err|reason|component|pos|caller|file|line|ts|time|timestamp|@timestamp|start_?time|starts_?at|ends_?at|generator_?url|runbook_?url|description|summary|operator_health_impact|kubernetes_operator_(?:part_of|component)|api_?version|logger|controller|request_?id|trace_?id|user_?agent|receiver|fingerprint|value|le|quantile|type|kind|creation_?timestamp|age|ready|finalizers|owner_?references|volume_?mode)$/;

/** Keys that only hold others. */
export const HOLDS =
  /^(?:metadata|spec|status|labels|annotations|template|items?|domain|devices|data|object|vmi?|selector|match_?labels|alerts?|resource|involved_?object)$/i;

const PAIR =
  /(["']?)([A-Za-z@][\w./@-]*)\1(\s*(?::|=~|!=|=)[^\S\n]*)("[^"]*"|'[^']*'|[{[]|[^\s,{}[\]"']+)/g;

const keyOf = (name: string): string | undefined =>
  KEYS.find(([, pattern]) => pattern.test(name.toLowerCase()))?.[0];

const labelOf = ({ labels }: Vocabulary, name: string): boolean =>
  spellingsOf(labels).has(name.toLowerCase());

/** "web-.*" of a selector, as people write it. */
const globOf = (value: string, operator: string): string =>
  operator.includes('~') ? value.replace(/\.\*/g, '* ').replace(/\|/g, ',') : value;

const isQuoted = (text: string): boolean => /^["']/.test(text);

/** The name of something else than a machine. */
const isOtherName = (vocabulary: Vocabulary, name: string): boolean => {
  const kinds = kindsOf(vocabulary, name);
  return kinds.length > 0 && !kinds.includes('name');
};

/** A pair as the grammar reads it: without quotes, under a name it knows, or blank where it says nothing. */
const pairOf = (
  vocabulary: Vocabulary,
  [whole, quote, name, operator, value]: readonly [string, string, string, string, string],
): string => {
  if (/^[{[]$/.test(value)) return HOLDS.test(name) || quote !== '' ? blank(whole) : whole;
  const quoted = isQuoted(value);
  const said = quoted ? `${globOf(value.slice(1, -1), operator)} ` : value;
  const before = whole.length - said.length;
  const known = labelOf(vocabulary, name) ? name : keyOf(name);
  // What "instancetype:" and others hold has a name as well.
  const key = known === 'name' && isOtherName(vocabulary, said.trim()) ? undefined : known;
  if (key !== known) return padded(said, whole.length);
  const sign = operator.includes('!') ? '!=' : '=';
  const fits = key !== undefined && key.length + sign.length <= before;
  if (fits) return `${padded(`${key}${sign}`, before)}${said}`;
  // Names say by themselves what they are of.
  if (key !== undefined && sign === '=') return `${' '.repeat(before)}${said}`;
  if (IDLE.test(name.toLowerCase())) return blank(whole);
  return whole;
};

/** "kubevirt_vmi_info{…}": the metric, and the number behind it. */
const METRIC =
  /(?:[a-zA-Z_:][\w:]*_\w+|ALERTS)(?=\{)|(?<=\})\s*(?:(?:==|!=|[<>]=?)?\s*[\d.e+]+\s*)?$/g;

/** Whether the pairs of a text are those of a manifest, a log or a selector, and no mere `team=web`. */
const isCopied = (text: string): boolean =>
  /["']\s*[:=]|[:=~]\s*["']|[{[]\s*["']?\w+["']?\s*[:=]/.test(text) ||
  /\b(?:alertname|severity|level|msg|apiVersion|resourceVersion|printableStatus)\s*[:=]/i.test(
    text,
  ) ||
  /^\s*[\w.-]+:(?:\s+\S+\n|[ \t]*\n\s+[\w.-]+:)/.test(text);

/** `{node="worker-1"}`, `"namespace": "prod-web"`: attributes as programs write them. */
export const withoutPairs = (given: string, vocabulary: Vocabulary): string => {
  if (!isCopied(given)) return given;
  const text = given.replace(METRIC, blank);
  const pairs = text.replace(
    PAIR,
    (whole, quote: string, name: string, operator: string, value: string) =>
      pairOf(vocabulary, [whole, quote, name, operator, value]),
  );
  return pairs === text ? given : pairs.replace(/[{}[\]]/g, ' ');
};
