import { Link } from 'react-router';
import { ResourceIcon, ResourceLink, useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { flagAt, textAt, type ObjectRef } from '@cnv-ai/engine/kubernetes';
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

/**
 * A path in an object, linked to its YAML. Custom resources are addressed by group, version and
 * kind, the console's own kinds by their plural.
 */
export const YamlPathLink = ({ subject, path }: { subject: ObjectRef; path: string }) => {
  const elsewhere = useOtherCluster() !== undefined;
  const { group, version, kind } = kindOf(subject);
  // Missing where the cluster does not serve the kind, whatever its type says.
  const [model] = useK8sModel({ group, version, kind });
  const plural = textAt(model, 'plural');
  if (elsewhere || plural === undefined || UNLINKED.includes(kind)) return <>{path}</>;
  const { namespace, name } = subject;
  const scope = namespace === undefined ? 'cluster' : `ns/${encodeURIComponent(namespace)}`;
  const key = flagAt(model, 'crd') === true ? `${group ?? 'core'}~${version}~${kind}` : plural;
  return <Link to={`/k8s/${scope}/${key}/${encodeURIComponent(name)}/yaml`}>{path}</Link>;
};
