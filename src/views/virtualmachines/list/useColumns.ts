import { useMemo } from 'react';
import { useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import { text } from '../../../answers/shape';
import { isColumn } from '../../../components/vm-columns';
import type { Pages } from './usePaging';

const KEY = 'cnv-ai-plugin.search.columns';
/** A preference has no way to say "none chosen" but an empty list. */
const NONE: readonly unknown[] = [];

export type Columns = {
  readonly columns?: readonly string[];
  readonly choose: (columns: readonly string[] | undefined) => void;
};

/** The columns of the link, else those this user chose last, else none. */
export const useColumns = ({ view, choose }: Pick<Pages, 'view' | 'choose'>): Columns => {
  const [stored, setStored, loaded] = useUserPreference<unknown>(KEY, NONE);
  const linked = view.columns;
  return useMemo(() => {
    const known = Array.isArray(stored) ? stored.filter(text).filter(isColumn) : [];
    const remembered = known.length === 0 ? undefined : known;
    return {
      columns: linked ?? remembered,
      choose: (columns) => {
        if (loaded) setStored(columns ?? NONE);
        choose(columns);
      },
    };
  }, [stored, setStored, loaded, linked, choose]);
};
