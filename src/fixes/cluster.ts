import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import {
  changeRequest,
  isRecord,
  pathOf,
  resourceOf,
  SECOND,
  type Change,
  type KubeObject,
  type ObjectRef,
  type ResourceAttributes,
} from '@cnv-ai/engine/kubernetes';
import { rootOf } from '../answers/browser-reader';

/** After this time a write that was not answered is told as such. */
const WRITE_TIME = 30 * SECOND;

export type SendOptions = {
  /** The ACM name of another cluster. */
  readonly cluster?: string;
  readonly signal?: AbortSignal;
};

const send = async (
  method: string,
  path: string,
  { cluster, signal }: SendOptions,
  contentType?: string,
  body?: unknown,
): Promise<unknown> => {
  const limit = AbortSignal.timeout(WRITE_TIME);
  const response = await consoleFetch(
    `${rootOf(cluster)}${path}`,
    {
      method,
      headers: contentType === undefined ? {} : { 'Content-Type': contentType },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    },
    WRITE_TIME,
  );
  const text = await response.text();
  // Operations of KubeVirt answer with an empty body.
  return text === '' ? undefined : (JSON.parse(text) as unknown);
};

export const post = (path: string, body: unknown, options: SendOptions): Promise<unknown> =>
  send('POST', path, options, 'application/json', body);

/** The object as it stands now; rejects as `consoleFetch` does. */
export const readObject = async (
  { apiVersion, kind, namespace, name }: ObjectRef,
  options: SendOptions,
): Promise<KubeObject | undefined> => {
  const resource = resourceOf(apiVersion, kind);
  if (resource === undefined) return undefined;
  const object = await send('GET', pathOf(resource, namespace, name), options);
  return isRecord(object) ? object : undefined;
};

/** Makes a change with the user's own session, or has the API server try it. */
export const sendChange = async (
  change: Change,
  options: SendOptions & { readonly dryRun?: boolean },
): Promise<unknown> => {
  const request = changeRequest(change, options.dryRun);
  if (request === undefined) throw new Error(`unknown kind ${change.target.kind}`);
  return send(request.method, request.path, options, request.contentType, request.body);
};

/** Whether the user may, as the API server says. */
export const mayI = async (
  resourceAttributes: ResourceAttributes,
  options: SendOptions,
): Promise<{ readonly allowed: boolean; readonly reason?: string }> => {
  const review = await post(
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes },
    },
    options,
  );
  const status = isRecord(review) && isRecord(review.status) ? review.status : {};
  return {
    allowed: status.allowed === true,
    ...(typeof status.reason === 'string' && status.reason !== '' ? { reason: status.reason } : {}),
  };
};
