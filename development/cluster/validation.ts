import { isDeepStrictEqual } from 'node:util';
import {
  at,
  nameOf,
  parseQuantity,
  recordAt,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { without } from './records';
import type { ServedResource } from './resources';
import { ApiError, invalid, type FieldCause } from './status';

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const SUBDOMAIN_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

const nameCauses = (resource: ServedResource, object: KubeObject): FieldCause[] => {
  const name = nameOf(object);
  const generateName = textAt(object, 'metadata', 'generateName') ?? '';
  if (name === '' && generateName === '') {
    const message = 'Required value: name or generateName is required';
    return [{ field: 'metadata.name', reason: 'FieldValueRequired', message }];
  }
  // Names of roles and bindings are path segments: "system:basic-user" is one.
  const free = resource.group === 'rbac.authorization.k8s.io';
  const checked = name === '' ? `${generateName}x` : name;
  if (free || (checked.length <= 253 && SUBDOMAIN.test(checked))) return [];
  const rule = checked.length > 253 ? 'must be no more than 253 characters' : SUBDOMAIN_RULE;
  const message = `Invalid value: "${name}": ${rule}`;
  return [{ field: 'metadata.name', reason: 'FieldValueInvalid', message }];
};

/** A refusal of an admission webhook, as KubeVirt and CDI give it. */
export const deniedBy = (webhook: string, message: string, field: string): ApiError =>
  new ApiError(422, 'Invalid', `admission webhook "${webhook}" denied the request: ${message}`, {
    causes: [{ reason: 'FieldValueInvalid', message, field }],
  });

const machineCauses = (object: KubeObject): FieldCause[] => {
  if (at(object, 'spec', 'template') === undefined) {
    const message = 'Required value';
    return [{ field: 'spec.template', reason: 'FieldValueRequired', message }];
  }
  const spec = recordAt(object, 'spec');
  if (spec.running !== undefined && spec.runStrategy !== undefined) {
    throw deniedBy(
      'virtualmachine-validator.kubevirt.io',
      'Running and RunStrategy are mutually exclusive. Note that Running is deprecated, please use RunStrategy instead',
      'spec.running',
    );
  }
  return [];
};

const claimCauses = (object: KubeObject, previous: KubeObject): FieldCause[] => {
  const changing = ['resources', 'volumeAttributesClassName'];
  const before = without(recordAt(previous, 'spec'), ...changing);
  const after = without(recordAt(object, 'spec'), ...changing);
  if (!isDeepStrictEqual(before, after)) {
    const message =
      'Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';
    return [{ field: 'spec', reason: 'FieldValueForbidden', message }];
  }
  const wanted = parseQuantity(at(object, 'spec', 'resources', 'requests', 'storage')) ?? 0;
  const held = parseQuantity(at(previous, 'status', 'capacity', 'storage')) ?? 0;
  if (wanted >= held) return [];
  const message = 'Forbidden: field can not be less than status.capacity';
  return [{ field: 'spec.resources.requests.storage', reason: 'FieldValueForbidden', message }];
};

const updateCauses = (
  { plural }: ServedResource,
  object: KubeObject,
  previous: KubeObject,
): FieldCause[] => {
  if (plural === 'persistentvolumeclaims') return claimCauses(object, previous);
  if (plural === 'datavolumes' && !isDeepStrictEqual(object.spec, previous.spec)) {
    const message = ' Cannot update DataVolume Spec';
    throw deniedBy('datavolume-validate.cdi.kubevirt.io', message, 'DataVolume.Spec');
  }
  return [];
};

/** The few schema facts this server holds objects to; 422 with one cause per field. */
export const validate = (
  resource: ServedResource,
  object: KubeObject,
  previous?: KubeObject,
): void => {
  const causes = [
    ...nameCauses(resource, object),
    ...(resource.plural === 'virtualmachines' ? machineCauses(object) : []),
    ...(previous === undefined ? [] : updateCauses(resource, object, previous)),
  ];
  if (causes.length > 0) throw invalid(resource, nameOf(object), causes);
};
