import { textAt, recordAt } from '@cnv-ai/engine/kubernetes';
import catalogue from '../../docs/reference/failures.json';

const entries: Readonly<Record<string, unknown>> = catalogue;

/** Ids, titles and stages of all causes a diagnosis can name. */
export const failureList = (): object => ({
  failures: Object.entries(entries).map(([id, entry]) => ({
    id,
    title: textAt(entry, 'title') ?? '',
    stage: textAt(entry, 'stage'),
    uri: `cnv://failures/${id}`,
  })),
});

/** One cause with an example of its symptoms and fixes; `undefined` when there is none of this id. */
export const failure = (id: string): object | undefined =>
  Object.hasOwn(entries, id) ? { id, ...recordAt(entries, id) } : undefined;
