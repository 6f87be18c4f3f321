import { useState } from 'react';

/** The first of several equal values, so that an object written in a component keeps its identity. */
export const useByValue = <T>(value: T): T => {
  const [kept, keep] = useState(value);
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept;
  keep(value);
  return value;
};
