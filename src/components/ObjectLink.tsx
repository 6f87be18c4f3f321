import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import type { ObjectRef } from '@cnv-ai/engine/kubernetes';

/** Kinds that have no page of their own in the console: their name is shown, not linked. */
const UNLINKED: readonly string[] = ['Event'];

/** A link to an object's page, with its icon. */
export const ObjectLink = ({ subject }: { subject: ObjectRef }) => {
  const parts = subject.apiVersion.split('/');
  const version = parts.at(-1) ?? '';
  const group = parts.length > 1 ? parts[0] : undefined;
  return (
    <ResourceLink
      groupVersionKind={{ group, version, kind: subject.kind }}
      inline
      linkTo={!UNLINKED.includes(subject.kind)}
      name={subject.name}
      namespace={subject.namespace}
    />
  );
};
