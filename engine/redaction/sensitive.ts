import { isRecord } from '../kubernetes';
import { REDACTED } from './redact';

/** Fields whose whole content is a secret or may carry one, wherever they stand in an object. */
const SENSITIVE_FIELDS = new Set([
  'userData',
  'userDataBase64',
  'networkData',
  'networkDataBase64',
  'data',
  'stringData',
  'binaryData',
  'password',
  'token',
  'managedFields',
  'kubectl.kubernetes.io/last-applied-configuration',
  'hooks.kubevirt.io/hookSidecars',
  'env',
  'envFrom',
  'args',
  'command',
]);

/**
 * A copy in which every sensitive field holds a marker instead of its content. Arrays keep their
 * order and length, so that JSON Pointers into the original still fit.
 */
export const withoutSecrets = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      SENSITIVE_FIELDS.has(key) ? REDACTED : withoutSecrets(entry),
    ]),
  );
};
