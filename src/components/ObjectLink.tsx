import { ResourceIcon, ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import type { ObjectRef } from '@cnv-ai/engine/kubernetes';
import { useOtherCluster } from './other-cluster';

/** Kinds that have no page of their own in the console: their name is shown, not linked. */
const UNLINKED: readonly string[] = ['Event'];

const kindOf = ({ apiVersion, kind }: ObjectRef) => {
  const parts = apiVersion.split('/');
  const version = parts.at(-1) ?? '';
  const group = parts.length > 1 ? parts[0] : undefined;
  return { group, version, kind };
};

/** The icon of an object's kind. */
export const ObjectIcon = ({ subject }: { subject: ObjectRef }) => (
  <ResourceIcon groupVersionKind={kindOf(subject)} />
);

/** A link to an object's page, with its icon; of another cluster's object, its name. */
export const ObjectLink = ({ subject }: { subject: ObjectRef }) => {
  const elsewhere = useOtherCluster() !== undefined;
  return (
    <ResourceLink
      groupVersionKind={kindOf(subject)}
      inline
      linkTo={!elsewhere && !UNLINKED.includes(subject.kind)}
      name={subject.name}
      namespace={subject.namespace}
    />
  );
};
