import { formatAge, parseTime } from '@cnv-ai/engine/kubernetes';
import type { SearchResult, VmRow } from '@cnv-ai/engine/search';
import { paintFor, safe, table, WIDTH, wrap, type Terminal } from './terminal';

type Column = readonly [string, (row: VmRow) => string];

const ageAt =
  (now: number) =>
  ({ created }: VmRow): string => {
    const time = parseTime(created);
    return time === undefined ? '' : formatAge(now - time);
  };

const columnsAt = (now: number): Column[] => [
  ['NAMESPACE', ({ namespace }) => namespace],
  ['NAME', ({ name }) => name],
  ['STATUS', ({ status }) => status],
  ['AGE', ageAt(now)],
  ['NODE', ({ node }) => node ?? ''],
];

/** The columns that fit, the least needed left out first; names are never cut. */
const fitting = (rows: readonly VmRow[], columns: readonly Column[]): string[] => {
  const lines = table(
    columns.map(([title]) => title),
    rows.map((row) => columns.map(([, show]) => show(row))),
  );
  const fits = lines.every((line) => line.length <= WIDTH);
  return fits || columns.length <= 3 ? lines : fitting(rows, columns.slice(0, -1));
};

const countLines = ({ aggregate }: SearchResult): string[] => {
  if (aggregate === undefined) return [];
  const { value, of, by, groups = [], unit } = aggregate;
  const what = `${aggregate.function}${of === undefined ? '' : ` of ${of}`}`;
  const whole = value === undefined ? [] : [wrap(`${what}: ${value}${unit ? ` ${unit}` : ''}`)];
  const parts = table(
    [(by ?? 'GROUP').toUpperCase(), 'VALUE'],
    groups.map((group) => [group.key, String(group.value)]),
  );
  return [...whole, ...(groups.length === 0 ? [] : parts), ''];
};

/** A search for people: what was understood, the rows, and what could not be looked at. */
export const searchScreen = (result: SearchResult, terminal: Pick<Terminal, 'colour'>): string => {
  const paint = paintFor(terminal);
  const { vms, total, unchecked, unknown, nextCursor, interpretation, scope } = result;
  const [header = '', ...rows] = fitting(vms, columnsAt(parseTime(result.asOf) ?? 0));
  const shownRows = rows.flatMap((line, index) => {
    const problem = vms[index]?.problem;
    return problem === undefined ? [line] : [line, paint('yellow', wrap(problem, '    '))];
  });
  const more = nextCursor === undefined ? '' : `; more with --cursor ${safe(nextCursor)}`;
  return [
    paint('dim', wrap(interpretation.readable)),
    '',
    ...countLines(result),
    ...(vms.length === 0 ? [] : [paint('bold', header), ...shownRows, '']),
    `${vms.length} of ${total} virtual machine${total === 1 ? '' : 's'}${more}`,
    ...(scope.hidden ? ['Only the namespaces you may see were searched.'] : []),
    ...unchecked.map(({ message }) => wrap(message, '  ', 'Not checked: ')),
    ...(unknown > 0 ? [`${unknown} more might match but for what was not checked.`] : []),
    '',
  ].join('\n');
};
