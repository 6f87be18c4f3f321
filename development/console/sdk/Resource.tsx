import type {
  K8sGroupVersionKind,
  K8sModel,
  ResourceIconProps,
  ResourceLinkProps,
} from '@openshift-console/dynamic-plugin-sdk';
import { Link } from 'react-router';
import { getGroupVersionKindForModel, referenceOf } from './models';
import { useK8sModel } from './useK8sModel';

/** The console addresses custom resources by `group~version~Kind` and its own kinds by plural. */
export const resourcePath = (
  reference: K8sGroupVersionKind,
  model: K8sModel | undefined,
  name: string,
  namespace?: string,
): string => {
  const { group, kind } = reference;
  const builtIn = group === undefined || !group.includes('.') || group.endsWith('.k8s.io');
  const isProject = kind === 'Project' || kind === 'Namespace';
  const plural = isProject ? `${kind.toLowerCase()}s` : builtIn ? model?.plural : undefined;
  const key = plural ?? referenceOf(model ? getGroupVersionKindForModel(model) : reference);
  const scope = namespace && !isProject ? `ns/${encodeURIComponent(namespace)}` : 'cluster';
  return `/k8s/${scope}/${key}/${encodeURIComponent(name)}`;
};

const SHORT: Readonly<Record<string, string>> = {
  Namespace: 'NS',
  Project: 'PR',
  Node: 'N',
  Pod: 'P',
};

const initials = (kind: string): string =>
  SHORT[kind] ?? (kind.match(/[A-Z]/g) ?? []).join('').slice(0, 4);

const BADGE = 'pf-v6-c-label pf-m-blue pf-m-filled pf-m-compact';

/** The badge of a kind. As in the console it is text: a label measures itself in every row. */
export const ResourceIcon = ({ groupVersionKind, className = '' }: ResourceIconProps) => {
  const name = groupVersionKind?.kind ?? '';
  return (
    <span className={`${BADGE} ${className}`.trimEnd()} title={name}>
      <span className="pf-v6-c-label__content">
        <span className="pf-v6-c-label__text">{initials(name)}</span>
      </span>
    </span>
  );
};

/** The badge of a kind and the name of an object, linked to its page in the console. */
export const ResourceLink = ({
  groupVersionKind: reference,
  name,
  namespace,
  displayName,
  hideIcon,
  linkTo = true,
  className,
  title,
  dataTest,
  onClick,
  nameSuffix,
  children,
}: ResourceLinkProps) => {
  const [model] = useK8sModel(reference);
  const text = displayName ?? name;
  return (
    <span className={className}>
      {hideIcon ? null : <ResourceIcon groupVersionKind={reference} />}{' '}
      {linkTo && name && reference ? (
        <Link
          to={resourcePath(reference, model, name, namespace)}
          title={title}
          data-test={dataTest ?? name}
          onClick={onClick}
        >
          {text}
          {nameSuffix}
        </Link>
      ) : (
        <span data-test={dataTest ?? name}>
          {text}
          {nameSuffix}
        </span>
      )}
      {children}
    </span>
  );
};
