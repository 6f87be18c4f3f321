import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import {
  linesOf,
  nameOf,
  namespaceOf,
  pathOf,
  RESOURCES,
  SECOND,
  textAt,
  watchEventOf,
} from '@cnv-ai/engine/kubernetes';
import type { MachineName } from '@cnv-ai/engine/search';
import { rootOf } from './browser-reader';

const PARTIAL = 'as=PartialObjectMetadata;g=meta.k8s.io;v=v1';
const PARTIAL_LIST = 'as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
/** The server ends a watch after this many seconds; the next one starts from a fresh list. */
const WATCH_SECONDS = 300;
/** Before the next watch: one that a proxy ends at once must not become a storm. */
const PAUSE = SECOND;

/** Told which machine changed, or that any may have. */
export type OnChange = (machine?: MachineName) => void;

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

/** Not every browser can iterate over a stream. */
async function* textsOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const piece = await reader?.read();
    if (piece?.value === undefined) return;
    yield decoder.decode(piece.value, { stream: true });
  }
}

const watchOnce = async (
  namespace: string | undefined,
  onChange: OnChange,
  signal: AbortSignal,
): Promise<void> => {
  const resourceVersion = await versionNow(namespace, signal);
  const query = { watch: 'true', resourceVersion, timeoutSeconds: String(WATCH_SECONDS) };
  for await (const line of linesOf(textsOf(await fetchPart(query, PARTIAL, namespace, signal)))) {
    const event = watchEventOf(line);
    if (event.kind !== 'set' && event.kind !== 'remove') return;
    onChange({ namespace: namespaceOf(event.object) ?? '', name: nameOf(event.object) });
  }
};

/**
 * Tells when a VirtualMachine changes. Watches metadata only, over HTTP, as the user. Rejects when
 * that is not possible (a 403, a broken connection) and when `signal` aborts.
 */
export const followVms = async (
  namespace: string | undefined,
  onChange: OnChange,
  signal: AbortSignal,
): Promise<never> => {
  for (;;) {
    await watchOnce(namespace, onChange, signal);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    // What changed between two watches was seen by neither.
    onChange();
  }
};
