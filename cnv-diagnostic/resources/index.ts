import { renderQueryReference } from '@cnv-ai/engine/search/reference';
import { failure, failureList } from './failures';

export type ResourceEntry = {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
};

const JSON_TYPE = 'application/json';
const FAILURE = 'cnv://failures/';

export const RESOURCE_LIST: readonly ResourceEntry[] = [
  {
    uri: 'cnv://failures',
    name: 'failures',
    title: 'Causes of failing virtual machines',
    description: 'Ids and titles of every root cause a diagnosis can name.',
    mimeType: JSON_TYPE,
  },
  {
    uri: 'cnv://query-language',
    name: 'query-language',
    title: 'Query language of the search',
    description: 'Fields, operators and examples of the argument where of search_vms_semantic.',
    mimeType: 'text/markdown',
  },
];

export const RESOURCE_TEMPLATES = [
  {
    uriTemplate: 'cnv://failures/{id}',
    name: 'failure',
    title: 'One cause of failing virtual machines',
    description: 'A root cause by its id, with an example of its symptoms and its fixes.',
    mimeType: JSON_TYPE,
  },
] as const;

export type ResourceContent = {
  readonly uri: string;
  readonly mimeType: string;
  readonly text: string;
};

const json = (uri: string, value: object): ResourceContent => ({
  uri,
  mimeType: JSON_TYPE,
  text: JSON.stringify(value, undefined, 2),
});

/** What stands behind a URI; `undefined` when nothing does. The same for every caller. */
export const readResource = (uri: string): ResourceContent | undefined => {
  if (uri === 'cnv://failures') return json(uri, failureList());
  if (uri === 'cnv://query-language') {
    return { uri, mimeType: 'text/markdown', text: renderQueryReference() };
  }
  const found = uri.startsWith(FAILURE) ? failure(uri.slice(FAILURE.length)) : undefined;
  return found === undefined ? undefined : json(uri, found);
};
