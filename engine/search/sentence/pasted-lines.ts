import { isNamed, kindsOf, type Vocabulary } from '../vocabulary';
import { blank, only } from './blank';
import { HOLDS } from './pasted-pairs';

const NAME = /[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/g;

type Found = { text: string; start: number; end: number };

const namesIn = (text: string): Found[] =>
  [...text.matchAll(NAME)].map(({ 0: name, index }) => ({
    text: name,
    start: index,
    end: index + name.length,
  }));

/** The machine a launcher pod runs. */
const POD = /virt-launcher-([a-z0-9.-]+)-[a-z0-9]{5}/;

/** The reason of an event, "Warning  FailedScheduling  …", where nothing in it has a name. */
const reasonOf = (line: string): Found[] => {
  const [head = '', text] = /^(?:.*\s)?Warning>?\s+([A-Z][a-z]+[A-Z]\w+)(?=\s)/.exec(line) ?? [];
  return text === undefined ? [] : [{ text, start: head.length - text.length, end: head.length }];
};

/** Only the machines of a line and where they are; else the nodes or the address it tells of. */
const aboutMachines = (line: string, vocabulary: Vocabulary): string => {
  const plain = line.replace(POD, (pod, name: string) => {
    const start = pod.indexOf(name);
    return blank(pod.slice(0, start)) + name + blank(pod.slice(start + name.length));
  });
  const names = namesIn(plain.toLowerCase());
  const of = (...kinds: readonly ('name' | 'namespace' | 'node')[]): Found[] =>
    names.filter(({ text }) => kinds.some((kind) => isNamed(vocabulary, kind, text)));
  const machines = of('name', 'namespace');
  if (machines.some(({ text }) => isNamed(vocabulary, 'name', text))) return only(plain, machines);
  const others = of('node');
  const addresses = [...plain.matchAll(/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g)].map(
    ({ 0: text, index }) => ({ text, start: index, end: index + text.length }),
  );
  const found = others.length > 0 ? others : addresses.length === 1 ? addresses : [];
  const kept = found.length > 0 ? found : reasonOf(plain);
  return kept.length === 0 ? line : only(plain, kept);
};

const STAMP = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?\S*|[IWEF]\d{4} \d\d:\d\d:\d\d\S*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d+ \d\d:\d\d:\d\d|\d\d:\d\d:\d\d\.\d+`;

/** Lines that programs write: what they report is no request of whoever copies them. */
const REPORTS: readonly RegExp[] = [
  new RegExp(`^\\s*\\[?(?:${STAMP})\\]?\\s+\\S+.*\\S`),
  /^\s*(?:error(?:: )|Error from server|Error: |error: |fatal: |panic: |FATA|ERRO|WARN)/,
  /^\s*(?:<?(?:Warning|Normal)>?|\d+[smhd](?: \(x\d+ over \S+\))?\s+(?:Warning|Normal))\s+[A-Z]\w+\s/,
  /^\s*(?:ssh|scp|ping|curl|wget|nc|telnet|traceroute|psql|mysql|mount|rdesktop|kex_\w+)\b[^:]{0,40}: \S/i,
  /^\s*(?:persistentvolumeclaims?|pvc|datavolumes?|secrets?|configmaps?|pods?|nodes?|virtualmachine\w*|network-attachment-definitions?|instancetypes?|events?)(?:\.[\w.]+)? "[^"]+" (?:not found|already exists|is (?:forbidden|invalid|waiting))/i,
  /^\s*\[(?:FIRING|RESOLVED|ALERT|CRITICAL|WARNING|PROBLEM)(?::\d+)?\]/i,
  /^\s*(?:Kube|Virt|VM|Guest|Orphaned|Outdated|PersistentVolume|CDI|SSP|HCO|Node|Low)(?:[A-Z]+[a-z]+){2,}\w*(?:\s*[:(-]|\s+(?:on|for|at)\s)/,
];

const READY = /^(?:True|False|Unknown|<none>|<pending>|\d+\/\d+|0|[A-Z]\w+)$/;

const AGE = /^(?:\d+[smhdy]){1,2}$/;

/** "web-01  11d  Running  True": a line of a table, of which the first words are names. */
const isRow = (line: string, vocabulary: Vocabulary): boolean => {
  const cells = line.trim().split(/\s+/);
  const names = cells.findIndex(
    (cell) => !isNamed(vocabulary, 'name', cell) && !isNamed(vocabulary, 'namespace', cell),
  );
  const rest = cells.slice(names);
  return (
    names > 0 &&
    cells.slice(0, names).some((cell) => isNamed(vocabulary, 'name', cell)) &&
    rest.some((cell) => AGE.test(cell)) &&
    rest.every(
      (cell) =>
        AGE.test(cell) ||
        READY.test(cell) ||
        kindsOf(vocabulary, cell).length > 0 ||
        /^[\d.:a-f]+$/.test(cell),
    )
  );
};

const HEADER =
  /^\s*(?:NAMESPACE\s+)?NAME(?:\s+(?:AGE|STATUS|PHASE|READY|IP|NODENAME|NODE|VOLUME|LIVE-MIGRATABLE|PAUSED|RESTARTS))+\s*$/;

/** A mark before an entry of a list, or of an answer in a mail. */
const MARK = /^(\s*)([-*•>]|\d{1,2}[.)])(?=\s+[a-z0-9])/;

/** "metadata:" of a manifest: a line that only holds what stands below. */
const isHolder = (line: string): boolean => {
  const [, key] = /^\s*(?:- )?([\w-]+):\s*$/.exec(line) ?? [];
  return key !== undefined && HOLDS.test(key);
};

const lineOf = (line: string, several: boolean, vocabulary: Vocabulary): string => {
  if (HEADER.test(line) || (several && isHolder(line))) return blank(line);
  if (isRow(line, vocabulary) || REPORTS.some((report) => report.test(line)))
    return aboutMachines(line, vocabulary);
  return several
    ? line.replace(MARK, (_, space: string, mark: string) => space + blank(mark))
    : line;
};

/** Every line that a program wrote, without what it reports. */
export const withoutLines = (given: string, vocabulary: Vocabulary): string => {
  const lines = given.split('\n');
  return lines.map((line) => lineOf(line, lines.length > 1, vocabulary)).join('\n');
};
