import { apiVersionOf, recordAt, type KubeObject, type Resource } from '@cnv-ai/engine/kubernetes';

/** Repeats the whole object, secrets included, as it was last applied. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const without = (record: KubeObject, key: string): KubeObject =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

const trimMetadata = (metadata: KubeObject): KubeObject => {
  const rest = without(metadata, 'managedFields');
  return 'annotations' in rest
    ? { ...rest, annotations: without(recordAt(rest, 'annotations'), LAST_APPLIED) }
    : rest;
};

/**
 * The object without what nobody asks for, and with its kind: items of a list of built-in kinds
 * come without one. Of a metadata-only kind nothing but metadata is kept, whatever was sent.
 */
export const trimmed = (object: KubeObject, resource: Resource): KubeObject => {
  const metadata = trimMetadata(recordAt(object, 'metadata'));
  return {
    ...(resource.metadataOnly ? {} : object),
    apiVersion: apiVersionOf(resource),
    kind: resource.kind,
    metadata,
  };
};
