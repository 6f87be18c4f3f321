/** Where an entry wants to stand among its neighbours, by their ids. */
export type Placed = {
  id: string;
  insertBefore?: string | readonly string[];
  insertAfter?: string | readonly string[];
};

const firstOf = (list: readonly Placed[], ids: string | readonly string[] | undefined): number => {
  const wanted = typeof ids === 'string' ? [ids] : (ids ?? []);
  return wanted.map((id) => list.findIndex((entry) => entry.id === id)).find((at) => at >= 0) ?? -1;
};

/**
 * Entries in the order the console shows them: each where it asks to stand, else at the end.
 * `insertBefore` wins over `insertAfter`; a neighbour that comes later in the list still counts.
 */
export const arranged = <T extends Placed>(entries: readonly T[]): T[] => {
  const asks = ({ insertBefore, insertAfter }: Placed): boolean =>
    insertBefore !== undefined || insertAfter !== undefined;
  const result = entries.filter((entry) => !asks(entry));
  for (const entry of entries.filter(asks)) {
    const before = firstOf(result, entry.insertBefore);
    const after = firstOf(result, entry.insertAfter);
    const at = before >= 0 ? before : after >= 0 ? after + 1 : result.length;
    result.splice(at, 0, entry);
  }
  return result;
};
