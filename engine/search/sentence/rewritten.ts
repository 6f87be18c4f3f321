import { isNamed, kindsOf, type Vocabulary } from '../vocabulary';
import { blank, padded } from './blank';

type Rewrite = readonly [
  pattern: RegExp,
  write: (vocabulary: Vocabulary, ...parts: string[]) => string,
];

/** What comes before a value that was pasted, as long as it was. */
const keyed = (key: string, before: string, value = ''): string =>
  value === '' ? blank(before) : `${padded(` ${key}=`, before.length)}${value}`;

const AT_END = '(?=$|[\\s,;)?])';

const project: Rewrite[1] = (_, before = '', namespace, kind = '', name = '', rest = '') =>
  `${keyed('ns', before, namespace)}${keyed('name', kind, name)}${blank(rest)}`;

const COMMANDS: readonly Rewrite[] = [
  // "/k8s/ns/prod-web/kubevirt.io~v1~VirtualMachine/web-01/yaml": a page of the console.
  [
    new RegExp(
      `(\\S*/?k8s/ns/)([a-z0-9-]+)(/[\\w.]+~v\\w+~VirtualMachine(?:Instance)?/)([a-z0-9.-]+)((?:/[\\w-]+)*/?)${AT_END}`,
    ),
    project,
  ],
  [
    new RegExp(
      `(\\S*/?k8s/ns/)([a-z0-9-]+)(/[\\w.]+~v\\w+~VirtualMachine(?:Instance)?|/virtualization-overview|/?)()()${AT_END}`,
    ),
    project,
  ],
  // "/apis/kubevirt.io/v1/namespaces/prod-web/virtualmachines/web-01": what the API server is asked.
  [
    new RegExp(
      `(\\S*/namespaces/)([a-z0-9-]+)(/virtualmachine(?:instance)?s/)([a-z0-9.-]+)()${AT_END}`,
    ),
    project,
  ],
  [
    new RegExp(`(\\S*/namespaces/)([a-z0-9-]+)(/virtualmachine(?:instance)?s/?)()()${AT_END}`),
    project,
  ],
  [
    /(\S*\/?k8s\/cluster\/nodes\/)([a-z0-9.-]+)((?:\/[\w-]+)*\/?)(?=$|[\s,;)?])/,
    (_, before = '', node = '', rest = '') => `${keyed('node', before, node)}${blank(rest)}`,
  ],
  // "virt-launcher-web-01-x7k2p": the pod a machine runs in.
  [
    /((?:\bpods?[\s/]+)?virt-launcher-)([a-z0-9.-]+)(-[a-z0-9]{5})(?=$|[\s,;)?])/,
    (vocabulary, before = '', name = '', rest = '') =>
      vocabulary.machines.has(name)
        ? `${keyed('name', before, name)}${blank(rest)}`
        : before + name + rest,
  ],
  [/^(\s*(?:kubectl|oc|k) describe )/, (_, command = '') => blank(command)],
  // "| grep worker-1": of a whole line, not of a name.
  [
    /(\|\s*grep (?:-\w+ )?)(['"]?)([a-z0-9-]+)(\2\s*)$/,
    (vocabulary, grep = '', open = '', text = '', close = '') =>
      kindsOf(vocabulary, text).some((kind) => kind !== 'name')
        ? `${blank(grep + open)}${text}${blank(close)}`
        : grep + open + text + close,
  ],
  // "node/worker-1": a thing as kubectl prints it.
  [
    /(^|\s)(node|namespace|ns|project)\/([a-z0-9.-]+)/,
    (vocabulary, before = '', kind = '', name = '') =>
      isNamed(vocabulary, kind === 'node' ? 'node' : 'namespace', name)
        ? `${before}${kind}=${name}`
        : `${before}${kind}/${name}`,
  ],
  // "prod-web/web-0*": machines of a project by what their names begin with.
  [
    /(^|[\s,])([a-z0-9-]+)\/(\*|[a-z0-9.*-]*\*[a-z0-9.*-]*)/,
    (vocabulary, before = '', namespace = '', glob = '') =>
      vocabulary.namespaces.has(namespace)
        ? `${before}${namespace} ${glob === '*' ? ' ' : glob}`
        : `${before}${namespace}/${glob}`,
  ],
];

const PASTED = /\/|virt-launcher-|describe |grep /;

/** The sentence with what was pasted into it as the grammar says it; no word moves. */
export const rewritten = (sentence: string, vocabulary: Vocabulary): string => {
  if (!PASTED.test(sentence)) return sentence;
  return COMMANDS.reduce(
    (text, [pattern, write]) =>
      text.replace(pattern, (...parts: unknown[]) =>
        write(
          vocabulary,
          ...parts.slice(1, -2).map((part) => (typeof part === 'string' ? part : '')),
        ),
      ),
    sentence,
  );
};

/** "paused/stopped": every slash between two words. */
const SLASH = /(?<=[\p{L}\d])(?<!\bw|\band)\/(?=[\p{L}\d])/giu;

/** Places of the slashes that may stand for "or". */
export const slashesIn = (sentence: string): number[] =>
  [...sentence.matchAll(SLASH)].map(({ index }) => index);

/** With commas in their places. */
export const listed = (sentence: string): string => sentence.replace(SLASH, ',');
