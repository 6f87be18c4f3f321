import { isRecord, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Answer, ResourceCall } from './context';
import { jsonPatch, PatchFailure } from './json-patch';
import { mergePatch, strategicMerge } from './merge-patch';
import { storedOf } from './read';
import { ApiError, badRequest, invalid, unsupportedMedia } from './status';
import { addressed, createNew, isDryRun, replace, respond } from './write';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

/** Custom resources know no strategic merge: their lists have no keys. */
const acceptedTypes = (builtIn: boolean): readonly string[] =>
  builtIn ? [JSON_PATCH, MERGE_PATCH, STRATEGIC, APPLY] : [JSON_PATCH, MERGE_PATCH, APPLY];

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest('error decoding patch: the body is not JSON');
  }
};

/** 422 without a word about which operation failed: that is all the API server tells. */
const rejected = (): ApiError =>
  new ApiError(
    422,
    'Invalid',
    'the server rejected our request due to an error in our request',
    {},
  );

const applyJsonPatch = (stored: KubeObject, patch: unknown): unknown => {
  if (!Array.isArray(patch)) throw badRequest('error decoding patch: a JSON patch is a list');
  try {
    return jsonPatch(stored, patch);
  } catch (error) {
    if (error instanceof PatchFailure) throw rejected();
    throw error;
  }
};

/** Server-side apply without field ownership: what is sent is merged, what is left out stays. */
const isNew = (call: ResourceCall): boolean => {
  const { query, info } = call.request;
  if ((query.get('fieldManager') ?? '') === '') {
    throw invalid({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
      {
        field: 'fieldManager',
        reason: 'FieldValueRequired',
        message: 'Required value: is required for apply patch',
      },
    ]);
  }
  return call.server.store.get(call.resource, info.namespace, info.name) === undefined;
};

const applied = (type: string, builtIn: boolean, stored: KubeObject, patch: unknown): unknown => {
  if (type === JSON_PATCH) return applyJsonPatch(stored, patch);
  if (!isRecord(patch)) throw badRequest('error decoding patch: a merge patch is an object');
  const keyed = type === STRATEGIC || (type === APPLY && builtIn);
  return keyed ? strategicMerge(stored, patch) : mergePatch(stored, patch);
};

export const patchOne = (call: ResourceCall): Answer => {
  const { request, resource } = call;
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  const accepted = acceptedTypes(resource.builtIn);
  if (!accepted.includes(type)) throw unsupportedMedia(accepted);
  const dryRun = isDryRun(request);
  if (type === APPLY && isNew(call)) return createNew(call, parsed(request.body));
  const stored = storedOf(call);
  const next = applied(type, resource.builtIn, stored, parsed(request.body));
  if (!isRecord(next)) throw rejected();
  return respond(call, replace(call, stored, addressed(call, next), dryRun));
};
