/** The path of the page "AI search" with a question; without a namespace over all projects. */
export const searchPath = (sentence: string, namespace?: string): string => {
  const scope = namespace === undefined ? 'all-namespaces' : `ns/${encodeURIComponent(namespace)}`;
  return `/k8s/${scope}/virtualmachine-search?${new URLSearchParams({ q: sentence }).toString()}`;
};
