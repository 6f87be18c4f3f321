import { at, listAt, nameOf, namespaceOf, textAt, uidOf } from '@cnv-ai/engine/kubernetes';
import type { K8sModel, Selector } from '@openshift-console/dynamic-plugin-sdk';
import { consoleFetchJSON } from './console-fetch';
import { resourceUrl, selectorText } from './k8s-resource';
import { csrfToken } from './session';

/** `data` is an object or an array; `loaded` stays false while the first read has not succeeded. */
export type Watched = { data: unknown; loaded: boolean; loadError: unknown };

export type WatchQuery = {
  model: K8sModel;
  isList: boolean;
  name?: string;
  namespace?: string;
  selector?: Selector;
  fieldSelector?: string;
  limit?: number;
};

const PAGE = 250;
const FIRST_DELAY = 1000;
const LONGEST_DELAY = 60_000;
/** Changes that come close together are shown together. */
const FLUSH = 100;

const keyOf = (object: unknown): string =>
  uidOf(object) ?? `${namespaceOf(object) ?? ''}/${nameOf(object)}`;

/** Query parameters of both the list and the watch. A single object is watched by its name. */
const parametersOf = ({ isList, name, selector, fieldSelector }: WatchQuery) => {
  const labels = selectorText(selector);
  const fields = isList || !name ? fieldSelector : `metadata.name=${name}`;
  return { ...(labels && { labelSelector: labels }), ...(fields && { fieldSelector: fields }) };
};

type Snapshot = { items: Map<string, unknown>; resourceVersion: string };

const readList = async (query: WatchQuery): Promise<Snapshot> => {
  const items = new Map<string, unknown>();
  let token: string | undefined;
  let resourceVersion = '';
  do {
    const list = await consoleFetchJSON(
      resourceUrl(query.model, {
        ns: query.namespace,
        queryParams: {
          ...parametersOf(query),
          limit: query.limit ?? PAGE,
          ...(token && { continue: token }),
        },
      }),
    );
    for (const item of listAt(list, 'items')) items.set(keyOf(item), item);
    resourceVersion = textAt(list, 'metadata', 'resourceVersion') ?? '';
    token = textAt(list, 'metadata', 'continue');
  } while (token && query.limit === undefined);
  return { items, resourceVersion };
};

const readObject = async (query: WatchQuery): Promise<Snapshot> => {
  const object = await consoleFetchJSON(
    resourceUrl(query.model, { ns: query.namespace, name: query.name }),
  );
  return {
    items: new Map([[keyOf(object), object]]),
    resourceVersion: textAt(object, 'metadata', 'resourceVersion') ?? '',
  };
};

const socketUrl = (query: WatchQuery, resourceVersion: string): string => {
  const { protocol, host } = window.location;
  const path = resourceUrl(query.model, {
    ns: query.namespace,
    queryParams: {
      ...parametersOf(query),
      watch: true,
      allowWatchBookmarks: true,
      resourceVersion,
      'x-csrf-token': csrfToken(),
    },
  });
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${path}`;
};

/** Reads, then follows changes until stopped; `publish` gets every new state. */
export const startWatch = (query: WatchQuery, publish: (state: Watched) => void): (() => void) => {
  let items = new Map<string, unknown>();
  let loaded = false;
  let loadError: unknown;
  let stopped = false;
  let socket: WebSocket | undefined;
  let delay = FIRST_DELAY;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let flush: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    const list = [...items.values()];
    publish({ data: query.isList ? list : (list[0] ?? {}), loaded, loadError });
  };
  const later = (work: () => void): void => {
    retry = setTimeout(work, delay);
    delay = Math.min(delay * 1.5, LONGEST_DELAY);
  };
  const changed = (): void => {
    flush ??= setTimeout(() => {
      flush = undefined;
      show();
    }, FLUSH);
  };

  const follow = (from: string): void => {
    let resourceVersion = from;
    let gone = false;
    socket = new WebSocket(socketUrl(query, from));
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      const event: unknown = JSON.parse(String(data));
      const type = textAt(event, 'type');
      if (type === 'ERROR') {
        // Mostly 410 Gone: the version is too old to go on from.
        gone = true;
        socket?.close();
        return;
      }
      const object = at(event, 'object');
      resourceVersion = textAt(object, 'metadata', 'resourceVersion') ?? resourceVersion;
      delay = FIRST_DELAY;
      if (type === 'BOOKMARK') return;
      if (type === 'DELETED') items.delete(keyOf(object));
      else items.set(keyOf(object), object);
      changed();
    };
    socket.onclose = () => {
      if (!stopped) later(() => (gone ? void read() : follow(resourceVersion)));
    };
  };

  const read = async (): Promise<void> => {
    try {
      const snapshot = await (query.isList ? readList(query) : readObject(query));
      if (stopped) return;
      ({ items } = snapshot);
      loaded = true;
      loadError = undefined;
      show();
      follow(snapshot.resourceVersion);
    } catch (error) {
      if (stopped) return;
      loadError = error;
      show();
      later(() => void read());
    }
  };

  void read();
  return () => {
    stopped = true;
    clearTimeout(retry);
    clearTimeout(flush);
    socket?.close();
  };
};
