import { whereOf } from '../chips';
import type { QueryContext } from '../fields';
import { columnOf, UNKNOWN, YES, type Column } from '../query/columns';
import type { VmRecord } from '../records/record';
import type { Steps } from '../slices';
import type { Interpretation, Predicate, SearchResult } from '../types';

/** `unknown`: how many might match if more could be read. */
export type Selected = { matches: VmRecord[]; unknown: number };

/** The records a query holds for, in their order. */
export function* select(
  where: Predicate,
  records: readonly VmRecord[],
  context: QueryContext,
): Steps<Selected> {
  const column = yield* columnOf(where, records, context);
  const matches: VmRecord[] = [];
  let unknown = 0;
  let at = 0;
  for (const record of records) {
    if (column[at] === YES) matches.push(record);
    else if (column[at] === UNKNOWN) unknown += 1;
    at += 1;
  }
  return { matches, unknown };
}

/** The one of the columns that does not say yes there; none when there are several. */
const onlyFailing = (columns: readonly Column[], at: number): number | undefined => {
  let failing: number | undefined;
  for (let index = 0; index < columns.length; index += 1) {
    if (columns[index]?.[at] === YES) continue;
    if (failing !== undefined) return undefined;
    failing = index;
  }
  return failing;
};

/** With nothing found: how many there would be without each of the constraints. */
export function* withoutEach(
  { chips }: Pick<Interpretation, 'chips'>,
  records: readonly VmRecord[],
  context: QueryContext,
): Steps<SearchResult['withoutChip']> {
  // Without one of several alternatives there is no more to be found than with it.
  const groups = new Set(chips.map(({ group }) => group).filter((group) => group !== undefined));
  const alternatives = [...groups].map((name) => chips.filter(({ group }) => group === name));
  const alone = chips.filter(({ group }) => group === undefined);
  const columns: Column[] = [];
  for (const part of [...alone.map((chip) => [chip]), ...alternatives]) {
    columns.push(yield* columnOf(whereOf(part), records, context));
  }
  const totals = columns.map(() => 0);
  for (let at = 0; at < records.length; at += 1) {
    const failing = onlyFailing(columns, at);
    if (failing !== undefined) totals[failing] = (totals[failing] ?? 0) + 1;
  }
  return chips.map((chip) => ({ chipId: chip.id, total: totals[alone.indexOf(chip)] ?? 0 }));
}
