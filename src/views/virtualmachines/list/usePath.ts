import { useLocation } from 'react-router';
import { readView, writeView } from './view';

/** The address of what is shown: a link has to bring the columns that only this user chose. */
export const usePath = (columns: readonly string[] | undefined): string => {
  const { pathname, search } = useLocation();
  const parameters = new URLSearchParams(search);
  const complete = writeView({ ...readView(parameters), columns }, parameters);
  return `${pathname}?${complete.toString()}`;
};
