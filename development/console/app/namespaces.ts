import { ALL_NAMESPACES_KEY, isAllNamespacesKey } from '../sdk/context';

const SCOPE = /^\/k8s\/(?:ns\/([^/]+)|all-namespaces)(?=\/|$)/;

/** The namespace an address is about; `undefined` when it is about none. */
export const namespaceIn = (path: string): string | undefined => {
  const match = SCOPE.exec(path);
  return match === null ? undefined : decodeURIComponent(match[1] ?? ALL_NAMESPACES_KEY);
};

export const scopeOf = (namespace: string): string =>
  isAllNamespacesKey(namespace) ? 'all-namespaces' : `ns/${encodeURIComponent(namespace)}`;

/**
 * The same page for another namespace. The page of one object becomes the list of its kind: the
 * object is not there in the other namespace.
 */
export const withNamespace = (path: string, namespace: string): string | undefined => {
  const match = SCOPE.exec(path);
  if (match === null) return undefined;
  const [, page = ''] = path.slice(match[0].length).split('/');
  return `/k8s/${scopeOf(namespace)}/${page}`;
};
