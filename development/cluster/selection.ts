import { labelsOf, nameOf, namespaceOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { ResourceCall } from './context';
import { fieldTerms, fieldTest } from './field-selectors';
import { projectsFor } from './projects';
import { labelTest } from './selectors';
import { ApiError, badRequest } from './status';

/** Which objects a list or watch covers, by its path, selectors and caller. */
export type Selection = {
  readonly matches: (object: KubeObject) => boolean;
  readonly isFiltered: boolean;
};

export const selectionOf = ({ request, resource, server, identity }: ResourceCall): Selection => {
  const labels = request.query.get('labelSelector') ?? '';
  const terms = fieldTerms(resource, request.query.get('fieldSelector') ?? '');
  const byLabel = labelTest(labels);
  const byField = fieldTest(resource, terms);
  const { namespace } = request.info;
  const isProject = resource.plural === 'projects';
  const visible = isProject ? projectsFor(server.store, identity) : () => true;
  return {
    matches: (object) =>
      (isProject || namespace === undefined || namespaceOf(object) === namespace) &&
      byLabel(labelsOf(object)) &&
      byField(object) &&
      visible(nameOf(object)),
    isFiltered: labels !== '' || terms.length > 0,
  };
};

/** A resourceVersion of the query as a number; `undefined` when it is unset or "0". */
export const versionOf = (query: URLSearchParams): number | undefined => {
  const text = query.get('resourceVersion') ?? '';
  if (text === '' || text === '0') return undefined;
  if (!/^\d+$/.test(text)) throw badRequest(`Invalid value: "${text}": invalid resource version`);
  return Number(text);
};

/** The answer to a resourceVersion from the future, which a client of another cluster sends. */
export const tooLarge = (asked: number, current: number): ApiError =>
  new ApiError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${asked}, current: ${current}`,
    { causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }] },
  );
