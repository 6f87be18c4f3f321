import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { pathOf, RESOURCES, SECOND, textAt } from '@cnv-ai/engine/kubernetes';
import { rootOf } from './browser-reader';

const PARTIAL = 'as=PartialObjectMetadata;g=meta.k8s.io;v=v1';
const PARTIAL_LIST = 'as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
/** The server ends a watch after this many seconds; the next one starts from a fresh list. */
const WATCH_SECONDS = 300;
/** Before the next watch: one that a proxy ends at once must not become a storm. */
const PAUSE = SECOND;

const fetchPart = (
  query: Readonly<Record<string, string>>,
  form: string,
  namespace: string | undefined,
  signal: AbortSignal,
): Promise<Response> => {
  const path = pathOf(RESOURCES.virtualMachines, namespace);
  return consoleFetch(`${rootOf(undefined)}${path}?${new URLSearchParams(query).toString()}`, {
    headers: { Accept: `application/json;${form}` },
    signal,
  });
};

const versionNow = async (namespace: string | undefined, signal: AbortSignal): Promise<string> => {
  const response = await fetchPart({ limit: '1' }, PARTIAL_LIST, namespace, signal);
  return textAt(await response.json(), 'metadata', 'resourceVersion') ?? '';
};

/** Everything the server writes is a change: bookmarks are not asked for. */
const watchOnce = async (
  namespace: string | undefined,
  onChange: () => void,
  signal: AbortSignal,
): Promise<void> => {
  const resourceVersion = await versionNow(namespace, signal);
  const query = { watch: 'true', resourceVersion, timeoutSeconds: String(WATCH_SECONDS) };
  const { body } = await fetchPart(query, PARTIAL, namespace, signal);
  const reader = body?.getReader();
  while (reader !== undefined && !(await reader.read()).done) onChange();
};

/**
 * Tells when a VirtualMachine changes. Watches metadata only, over HTTP, as the user. Rejects when
 * that is not possible (a 403, a broken connection) and when `signal` aborts.
 */
export const followVms = async (
  namespace: string | undefined,
  onChange: () => void,
  signal: AbortSignal,
): Promise<never> => {
  for (;;) {
    await watchOnce(namespace, onChange, signal);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    // What changed between two watches was seen by neither.
    onChange();
  }
};
