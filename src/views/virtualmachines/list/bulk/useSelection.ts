import { useCallback, useMemo, useState } from 'react';
import type { Machine } from './diagnose-all';

const keyOf = ({ namespace, name }: Machine): string => `${namespace}/${name}`;

/** Rows chosen in the table; they stay chosen on other pages of the same answer. */
export type Selection = {
  readonly machines: readonly Machine[];
  readonly has: (machine: Machine) => boolean;
  readonly set: (rows: readonly Machine[], chosen: boolean) => void;
};

export const useSelection = (): Selection => {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Machine>>(new Map());
  const set = useCallback((rows: readonly Machine[], wanted: boolean) => {
    setChosen((before) => {
      const next = new Map(before);
      for (const { namespace, name } of rows) {
        if (wanted) next.set(keyOf({ namespace, name }), { namespace, name });
        else next.delete(keyOf({ namespace, name }));
      }
      return next;
    });
  }, []);
  return useMemo(
    () => ({
      machines: [...chosen.values()],
      has: (machine) => chosen.has(keyOf(machine)),
      set,
    }),
    [chosen, set],
  );
};
