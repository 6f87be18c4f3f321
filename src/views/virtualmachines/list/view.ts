import { isColumn } from '../../../components/vm-columns';
import type { VmSort } from '../../../components/VmTable';

/** Where in the result the table stands, and what it shows. */
export type View = {
  readonly limit: number;
  readonly sort?: VmSort;
  /** 1 exactly when there is no cursor. */
  readonly page: number;
  /** Cursors of the pages before and of this one; the first page has none. */
  readonly cursors: readonly string[];
  /** The columns chosen; absent for those that fit the answer. */
  readonly columns?: readonly string[];
};

export const PAGE_SIZES = [20, 50, 100] as const;

const DEFAULT_SIZE = 50;
/** An address must not grow with the result; from further back there is a way to the first page. */
const MOST_CURSORS = 8;

const sortOf = (text: string | null): VmSort | undefined => {
  if (text === null || text === '' || text === '-') return undefined;
  return text.startsWith('-')
    ? { by: text.slice(1), direction: 'desc' }
    : { by: text, direction: 'asc' };
};

const sizeOf = (text: string | null): number =>
  PAGE_SIZES.find((size) => String(size) === text) ?? DEFAULT_SIZE;

const columnsOf = (text: string | null): readonly string[] | undefined => {
  const columns = (text ?? '').split(',').filter(isColumn);
  return columns.length === 0 ? undefined : [...new Set(columns)];
};

/** The view of a link; what cannot be read is as if it were not there. */
export const readView = (parameters: URLSearchParams): View => {
  const cursors = parameters.getAll('cursor').slice(-MOST_CURSORS);
  const page = Number(parameters.get('page') ?? 1);
  const sort = sortOf(parameters.get('sort'));
  const columns = columnsOf(parameters.get('columns'));
  const isPage = Number.isInteger(page) && page > cursors.length;
  return {
    limit: sizeOf(parameters.get('size')),
    ...(sort === undefined ? {} : { sort }),
    ...(columns === undefined ? {} : { columns }),
    cursors,
    page: cursors.length === 0 ? 1 : isPage ? page : cursors.length + 1,
  };
};

/** The other parameters of the link stay as they are; what is usual is not written. */
export const writeView = (
  { limit, sort, page, cursors, columns }: View,
  parameters: URLSearchParams,
): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  for (const name of ['sort', 'size', 'page', 'cursor', 'columns']) next.delete(name);
  if (sort !== undefined) next.set('sort', `${sort.direction === 'desc' ? '-' : ''}${sort.by}`);
  if (limit !== DEFAULT_SIZE) next.set('size', String(limit));
  if (page > 1) next.set('page', String(page));
  for (const cursor of cursors.slice(-MOST_CURSORS)) next.append('cursor', cursor);
  if (columns !== undefined) next.set('columns', columns.join(','));
  return next;
};

/** The link of another question: its first page, and its own order when the words are others. */
export const afterQuestion = (
  parameters: URLSearchParams,
  isSameSentence: boolean,
): URLSearchParams => {
  const { sort, ...view } = readView(parameters);
  const kept = isSameSentence && sort !== undefined ? { sort } : {};
  return writeView({ ...view, ...kept, page: 1, cursors: [] }, parameters);
};

/** One page back; from the oldest page that is known, to the first. */
export const pageBefore = (view: View): View => {
  const cursors = view.cursors.slice(0, -1);
  return { ...view, cursors, page: cursors.length === 0 ? 1 : view.page - 1 };
};

export const pageAfter = (view: View, cursor: string): View => ({
  ...view,
  cursors: [...view.cursors, cursor],
  page: view.page + 1,
});
