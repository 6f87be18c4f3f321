import { fieldNamed, type ResourceName } from './fields';
import type { Aggregate, Predicate, SearchRequest } from './types';

const fieldsOf = (where: Predicate): string[] => {
  if ('all' in where) return where.all.flatMap(fieldsOf);
  if ('any' in where) return where.any.flatMap(fieldsOf);
  return 'not' in where ? fieldsOf(where.not) : [where.field];
};

/** What is asked for: the query, the order, and what is shown or counted of the matches. */
export type Asked = {
  where: Predicate;
  sort?: { field: string };
  aggregate?: Pick<Aggregate, 'of' | 'by'>;
} & Pick<SearchRequest, 'columns' | 'facets'>;

/** The kinds that must be read for it, beside machines and their instances. */
export const needsOf = ({ where, sort, aggregate, columns, facets }: Asked): ResourceName[] => {
  const names = [
    ...fieldsOf(where),
    sort?.field,
    aggregate?.of,
    aggregate?.by,
    ...(columns ?? []),
    ...(facets ?? []),
  ];
  const kinds = names.flatMap((name) =>
    name === undefined ? [] : (fieldNamed(name)?.needs ?? []),
  );
  return [...new Set(kinds)];
};
