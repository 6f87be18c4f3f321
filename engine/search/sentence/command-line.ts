import { ERROR_GROUP, STATUSES } from '../statuses';
import { isNamed, kindsOf, type Vocabulary } from '../vocabulary';
import { blank, padded } from './blank';

/** Commands that only read, and what they read; other commands are orders. */
const READS =
  /^(?:get|describe|logs?|top|events|console|vnc|ssh|guestosinfo|fslist|userlist|port-forward)$/;

const MACHINES =
  /^(?:(?:vmis?|vms?|virtualmachines?|virtualmachineinstances?|pods?|po|events?)(?:\.kubevirt\.io)?)(?:,(?:vmis?|vms?|pods?))*$/;

const PROGRAM = /^(\s*(?:[$#>]\s+)?(?:sudo\s+)?)(kubectl|oc|k|virtctl)(?=\s)/;

/** Options whose value says which machines, by the word the grammar has for them. */
const ASKS: Readonly<Record<string, string>> = {
  '-n': 'ns=',
  '--namespace': 'ns=',
  '-l': '',
  '--selector': '',
  '--field-selector': '',
};

/** Options with a value that says nothing of which machines. */
const IDLE: ReadonlySet<string> = new Set([
  ...['-o', '--output', '--sort-by', '--context', '--cluster', '--user', '--tail', '--since', '-c'],
  ...['--container', '--kubeconfig', '--server', '-s', '--request-timeout', '--chunk-size', '-v'],
]);

type Token = { text: string; start: number; end: number };

/** Words of a command line; what is quoted is one. */
const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

const unquoted = (text: string): string => text.replace(/["']/g, ' ');

/** "-l tier=db,owner": that there is a label is said by its key alone. */
const selected = (before: string, selector: string): string => {
  const parts = unquoted(selector).split(',');
  const said = parts.map((part) => (/^\s*[\w./-]+\s*$/.test(part) ? `${part.trim()}=*` : part));
  const written = said.join(',');
  const length = before.length + selector.length;
  return written.length > length ? blank(before) + unquoted(selector) : padded(written, length);
};

/** An option and its value, which stands behind `=` or follows; nothing where it says nothing. */
const optionAt = (
  tokens: readonly Token[],
  at: number,
  text: string,
): { next: number; written: string } => {
  const { text: word = '', start = 0, end = 0 } = tokens[at] ?? {};
  const [, name = '', value] = /^(--?[a-z-]+)(?:=(.*))?$/i.exec(word) ?? [];
  const key = ASKS[name];
  if (key === undefined) {
    const last = value === undefined && IDLE.has(name) ? tokens[at + 1] : undefined;
    return { next: last ? at + 2 : at + 1, written: blank(text.slice(start, last?.end ?? end)) };
  }
  const said =
    value === undefined ? tokens[at + 1] : { text: value, start: end - value.length, end };
  if (said === undefined) return { next: at + 1, written: blank(word) };
  const before = text.slice(start, said.start);
  const written =
    key === '' ? selected(before, said.text) : padded(key, before.length) + unquoted(said.text);
  return { next: value === undefined ? at + 2 : at + 1, written };
};

/** "| grep worker-1" and the like narrow what was found; another pipe would do something with it. */
const PIPE = /\|\s*(?!grep\b)|[;&<>`]|\$\(/;

/** A machine by its name, as kubectl prints it, or by the pod it runs in. */
const isMachine = (vocabulary: Vocabulary, text: string): boolean =>
  isNamed(vocabulary, 'name', text.replace(/^.*\//, '')) || text.includes('virt-launcher-');

const SAID: ReadonlySet<string> = new Set(
  [...STATUSES, ERROR_GROUP].map((status) => status.toLowerCase()),
);

const GREP = /\|\s*grep((?:\s+--?[a-zA-Z-]+)*)\s+("[^"]*"|'[^']*'|[^\s|]+)/g;

/**
 * "| grep -v Running | grep prod-db": lines without the one and with the other. What is no status
 * and not the name of a place is looked for in the names of machines.
 */
const withoutGrep = (text: string, vocabulary: Vocabulary): string =>
  text.replace(GREP, (pipe, options: string, quoted: string) => {
    const word = unquoted(quoted).trim();
    const isStatus =
      /^[A-Z][a-z]+/.test(word) || (/-\w*i/.test(options) && SAID.has(word.toLowerCase()));
    const isPlace = kindsOf(vocabulary, word).some((kind) => kind !== 'name');
    if (!isStatus && !isPlace) return pipe;
    return padded(/-\w*v/.test(options) ? ` not ${word}` : ` ${word}`, pipe.length);
  });

/** "kubectl get vmi -n prod-web -l app=db": which machines the command would show. */
export const withoutCommand = (given: string, vocabulary: Vocabulary): string => {
  const counted = withoutGrep(given, vocabulary).replace(/\|\s*wc -l\s*$/, (pipe) =>
    padded(' count', pipe.length),
  );
  const [start = '', , program = ''] = PROGRAM.exec(counted) ?? [];
  if (program === '' || PIPE.test(counted.slice(start.length))) return given;
  const tokens = tokensOf(counted);
  const verb = tokens.find(({ text, start: at }, index) => {
    const before = tokens[index - 1]?.text ?? '';
    const value = (Object.hasOwn(ASKS, before) || IDLE.has(before)) && !before.includes('=');
    return at >= start.length && !text.startsWith('-') && !value;
  });
  if (verb === undefined || !READS.test(verb.text)) return given;
  const first = tokens.findIndex(({ start: at }) => at >= start.length);
  let [written, at] = [blank(start), first];
  let typed = program === 'virtctl';
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    written += counted.slice(written.length, token.start).replace(/\n/g, ' ');
    if (token.text.startsWith('-')) {
      const option = optionAt(tokens, at, counted);
      written += option.written;
      at = option.next;
      continue;
    }
    const kind = !typed && MACHINES.test(token.text);
    typed ||= kind;
    const text = kind
      ? padded('vms'.slice(0, token.text.length), token.text.length)
      : blank(token.text);
    written += token === verb || kind ? text : token.text;
    at += 1;
  }
  const named = tokens.some(({ text }) => isMachine(vocabulary, text));
  // "oc get nodes" is about other things, and a command of which nothing is left about all machines.
  return typed || named ? written + counted.slice(written.length) : given;
};
