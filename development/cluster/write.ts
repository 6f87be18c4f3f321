import { isDeepStrictEqual } from 'node:util';
import {
  apiVersionOf,
  at,
  isRecord,
  nameOf,
  namespaceOf,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { answer, type Answer, type ResourceCall } from './context';
import { negotiate } from './negotiation';
import { NAMESPACE_RESOURCE } from './projects';
import { storedOf, tableOptions } from './read';
import { representOne } from './representation';
import { without } from './records';
import type { ApiRequest } from './request';
import { ApiError, badRequest, invalid, notFound, unsupportedMedia } from './status';
import { withMetadata } from './store';
import { validate } from './validation';

const JSON_BODY = /^(application\/json|\*\/\*)?\s*(;|$)/;

/** The body as a JSON object; 400 when it is none, 415 when it is said to be another format. */
export const bodyOf = (request: ApiRequest): KubeObject => {
  if (!JSON_BODY.test(request.headers['content-type'] ?? '')) {
    throw unsupportedMedia(['application/json']);
  }
  try {
    const parsed: unknown = JSON.parse(request.body);
    if (isRecord(parsed)) return parsed;
  } catch {
    // Answered below like every body that is no object.
  }
  throw badRequest('the object provided is unrecognized (must be of type Object): it is not JSON');
};

/** Whether this is a dry run, by the query or by `dryRun` of an options body. */
export const isDryRun = (request: ApiRequest, body?: KubeObject): boolean => {
  const listed = at(body, 'dryRun');
  const values = [
    ...request.query.getAll('dryRun').filter((value) => value !== ''),
    ...(Array.isArray(listed) ? listed.map(String) : []),
  ];
  const bad = values.find((value) => value !== 'All');
  if (bad !== undefined) {
    throw invalid({ group: 'meta.k8s.io', kind: 'CreateOptions' }, '', [
      {
        field: 'dryRun',
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: "${bad}": supported values: "All"`,
      },
    ]);
  }
  return values.length > 0;
};

export const respond = (call: ResourceCall, object: KubeObject, code = 200): Answer => {
  const shape = negotiate(call.request.headers.accept, false);
  return answer(representOne(call.resource, object, shape, tableOptions(call)), code);
};

const checkKind = ({ resource }: ResourceCall, object: KubeObject): void => {
  const expected = apiVersionOf(resource);
  const apiVersion = textAt(object, 'apiVersion') ?? expected;
  const kind = textAt(object, 'kind') ?? resource.kind;
  if (apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${expected})`,
    );
  }
  if (kind !== resource.kind) {
    throw badRequest(
      `the kind in the data (${kind}) does not match the expected kind (${resource.kind})`,
    );
  }
};

/** The sent object with what its path says about it: kind, namespace. */
export const addressed = (call: ResourceCall, sent: KubeObject): KubeObject => {
  checkKind(call, sent);
  const { resource, request } = call;
  const { namespace } = request.info;
  const own = namespaceOf(sent);
  if (resource.namespaced && own !== undefined && own !== '' && own !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  return withMetadata(
    { ...sent, apiVersion: apiVersionOf(resource), kind: resource.kind },
    { namespace: resource.namespaced ? namespace : undefined },
  );
};

const initialStatus = (call: ResourceCall, object: KubeObject): KubeObject => {
  if (!call.resource.hasStatus) return object;
  const rest = without(object, 'status');
  if (call.resource.plural === 'namespaces') return { ...rest, status: { phase: 'Active' } };
  if (call.resource.plural === 'persistentvolumeclaims' || call.resource.plural === 'pods') {
    return { ...rest, status: { phase: 'Pending' } };
  }
  return rest;
};

/** A verb a kind does not have. */
export const methodNotAllowed = (): ApiError =>
  new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );

/** Stores a new object as the path of the call says; 201. */
export const createNew = (call: ResourceCall, sent: unknown): Answer => {
  const { request, resource, server } = call;
  const { namespace } = request.info;
  if (!isRecord(sent)) throw badRequest('the object provided is unrecognized: it is not an object');
  const object = addressed(call, sent);
  const dryRun = isDryRun(request);
  if (textAt(object, 'metadata', 'resourceVersion') !== undefined) {
    throw badRequest('resourceVersion should not be set on objects to be created');
  }
  validate(resource, object);
  if (
    resource.namespaced &&
    server.store.get(NAMESPACE_RESOURCE, undefined, namespace ?? '') === undefined
  ) {
    throw notFound(NAMESPACE_RESOURCE, namespace ?? '');
  }
  const fresh = withMetadata(initialStatus(call, object), {
    uid: undefined,
    creationTimestamp: undefined,
    deletionTimestamp: undefined,
    generation: undefined,
  });
  return respond(call, server.store.create(fresh, dryRun), 201);
};

export const createOne = (call: ResourceCall): Answer => {
  if (call.request.info.name !== '') throw methodNotAllowed();
  return createNew(call, bodyOf(call.request));
};

const specFields = (object: KubeObject): KubeObject => without(object, 'metadata', 'status');

/** Stores what a PUT or PATCH made of an object, within what its path may change. */
export const replace = (
  call: ResourceCall,
  stored: KubeObject,
  wanted: KubeObject,
  dryRun: boolean,
): KubeObject => {
  const { resource, request, server } = call;
  if (nameOf(wanted) !== nameOf(stored)) {
    throw badRequest(
      `the name of the object (${nameOf(wanted)}) does not match the name on the URL (${nameOf(stored)})`,
    );
  }
  const status = request.info.subresource === 'status';
  const sentVersion = textAt(wanted, 'metadata', 'resourceVersion');
  const sentUid = textAt(wanted, 'metadata', 'uid');
  const next = status
    ? withMetadata(
        { ...stored, status: wanted.status },
        { resourceVersion: sentVersion, uid: sentUid },
      )
    : resource.hasStatus
      ? { ...wanted, ...(stored.status === undefined ? {} : { status: stored.status }) }
      : wanted;
  if (!status) validate(resource, next, stored);
  if (isDeepStrictEqual(next, stored)) return stored;
  const newGeneration = !isDeepStrictEqual(specFields(next), specFields(stored));
  return server.store.update(next, { dryRun, newGeneration });
};

export const updateOne = (call: ResourceCall): Answer => {
  const { request, resource } = call;
  const stored = storedOf(call);
  const object = addressed(call, bodyOf(request));
  if (textAt(object, 'metadata', 'resourceVersion') === undefined && !resource.builtIn) {
    throw invalid(resource, nameOf(stored), [
      {
        field: 'metadata.resourceVersion',
        reason: 'FieldValueInvalid',
        message: 'Invalid value: 0x0: must be specified for an update',
      },
    ]);
  }
  return respond(call, replace(call, stored, object, isDryRun(request)));
};
