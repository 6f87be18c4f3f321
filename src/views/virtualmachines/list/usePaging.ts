import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { VmSort } from '../../../components/VmTable';
import { pageAfter, pageBefore, readView, writeView, type View } from './view';

export type Paging = Pick<View, 'limit' | 'sort' | 'cursors'>;

export type Pages = {
  readonly view: View;
  readonly sortBy: (sort: VmSort) => void;
  readonly resize: (limit: number) => void;
  readonly choose: (columns: readonly string[] | undefined) => void;
  readonly forward: (cursor: string) => void;
  readonly back: () => void;
  readonly toStart: () => void;
};

/** The view as the address bar has it. Another order or size begins at the first page. */
export const usePaging = (): Pages => {
  const [parameters, setParameters] = useSearchParams();
  return useMemo(() => {
    const change = (next: (view: View) => View): void =>
      setParameters((current) => writeView(next(readView(current)), current));
    const start = { page: 1, cursors: [] };
    return {
      view: readView(parameters),
      sortBy: (sort) => change((view) => ({ ...view, sort, ...start })),
      resize: (limit) => change((view) => ({ ...view, limit, ...start })),
      choose: (columns) => change((view) => ({ ...view, columns })),
      forward: (cursor) => change((view) => pageAfter(view, cursor)),
      back: () => change(pageBefore),
      toStart: () => change((view) => ({ ...view, ...start })),
    };
  }, [parameters, setParameters]);
};
