import { useCallback, useMemo, useState } from 'react';
import type { VmSort } from '../../../components/VmTable';

export type Paging = {
  readonly limit: number;
  readonly sort?: VmSort;
  /** Cursors of the pages before and of this one; the first page has none. */
  readonly cursors: readonly string[];
};

const FIRST: Paging = { limit: 50, cursors: [] };

/** Where in the result the table stands. Another order or size begins at the first page. */
export const usePaging = () => {
  const [paging, setPaging] = useState(FIRST);
  const sortBy = useCallback(
    (sort: VmSort) => setPaging(({ limit }) => ({ limit, sort, cursors: [] })),
    [],
  );
  const resize = useCallback(
    (limit: number) => setPaging(({ sort }) => ({ limit, sort, cursors: [] })),
    [],
  );
  const forward = useCallback(
    (cursor: string) =>
      setPaging((current) => ({ ...current, cursors: [...current.cursors, cursor] })),
    [],
  );
  const back = useCallback(
    () => setPaging((current) => ({ ...current, cursors: current.cursors.slice(0, -1) })),
    [],
  );
  return useMemo(
    () => ({ paging, sortBy, resize, forward, back }),
    [paging, sortBy, resize, forward, back],
  );
};
