import { useCallback, useEffect, useRef } from 'react';
import { MINUTE, parseTime, SECOND } from '@cnv-ai/engine/kubernetes';
import type { MachineName, SearchRequest, SearchResult } from '@cnv-ai/engine/search';
import type { AnswerSource } from './answered';
import { followVms, type OnChange } from './follow';
import { inventory } from './inventory';
import { answerSearch, FRESH } from './source';
import { useAsked, type Asked } from './useAsked';
import { useImpersonating } from './useImpersonating';

/** How often the sidecar's rows are asked for again. */
export const REMOTE_PERIOD = 15 * SECOND;
/** The browser's rows, where the cluster cannot be watched. */
const UNWATCHED_PERIOD = MINUTE;
/** The oldest reading whose rows are shown while a new one is made. */
const SHOWN_AT_ONCE = 5 * MINUTE;
/** Changes come in bursts; this long they are gathered into one search. */
const GATHERING = 3 * SECOND;

type Stop = () => void;

/** Calls while the tab is visible, and at once when it becomes visible again. */
const every = (period: number, call: () => void): Stop => {
  const callIfVisible = (): void => {
    if (document.visibilityState === 'visible') call();
  };
  const timer = setInterval(callIfVisible, period);
  document.addEventListener('visibilitychange', callIfVisible);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', callIfVisible);
  };
};

const followInBrowser = (namespace: string | undefined, call: () => void): Stop => {
  const readAnew = (): void => {
    inventory.expire();
    call();
  };
  const watch = new AbortController();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let changed = new Map<string, MachineName | undefined>();
  let stopTimer: Stop = () => undefined;
  const renew = (): void => {
    const machines = [...changed.values()];
    gathering = undefined;
    changed = new Map();
    const known = machines.filter((machine) => machine !== undefined);
    if (known.length < machines.length) inventory.expire();
    else inventory.renew(known, namespace);
    call();
  };
  const onChange: OnChange = (machine) => {
    changed.set(machine === undefined ? '' : `${machine.namespace}/${machine.name}`, machine);
    gathering ??= setTimeout(renew, GATHERING);
  };
  followVms(namespace, onChange, watch.signal).catch(() => {
    if (!watch.signal.aborted) stopTimer = every(UNWATCHED_PERIOD, readAnew);
  });
  return () => {
    watch.abort();
    clearTimeout(gathering);
    stopTimer();
  };
};

const useFollowing = (
  source: AnswerSource | undefined,
  namespace: string | undefined,
  renew: () => void,
): void => {
  useEffect(() => {
    if (source === undefined) return undefined;
    return source === 'browser' ? followInBrowser(namespace, renew) : every(REMOTE_PERIOD, renew);
  }, [source, namespace, renew]);
};

/** What was read for the words while somebody typed is shown at once, and read anew behind it. */
const useRenewal = (
  key: string | undefined,
  { source, result }: Asked<SearchResult>,
  renew: () => void,
): void => {
  const renewed = useRef<string | undefined>(undefined);
  const asOf = source === 'browser' ? result?.asOf : undefined;
  useEffect(() => {
    if (asOf === undefined || renewed.current === key) return;
    renewed.current = key;
    if (Date.now() - (parseTime(asOf) ?? 0) > FRESH) renew();
  }, [asOf, key, renew]);
};

/** The one namespace a request is limited to, if it is. */
const onlyNamespace = (request: SearchRequest | undefined): string | undefined => {
  const [first, ...others] = request?.namespaces ?? [];
  return others.length > 0 || first?.includes('*') ? undefined : first;
};

/**
 * Searches while mounted, anew when the request changes by value, and follows the cluster: the
 * sidecar is asked again every 15 s while the tab is visible, the browser's rows follow a watch.
 */
export const useLiveSearch = (request: SearchRequest | undefined): Asked<SearchResult> => {
  const impersonating = useImpersonating();
  const key = request && JSON.stringify([request, impersonating]);
  const { asked, renew } = useAsked<SearchResult>(key, (signal, quiet) =>
    request === undefined
      ? Promise.reject(new Error('nothing asked'))
      : answerSearch(request, signal, {
          impersonating,
          ...(quiet ? {} : { maxAge: SHOWN_AT_ONCE }),
        }),
  );
  useRenewal(key, asked, renew);
  useFollowing(asked.source, onlyNamespace(request), renew);
  const { refresh } = asked;
  const refreshAll = useCallback(() => {
    inventory.expire();
    refresh();
  }, [refresh]);
  return { ...asked, refresh: refreshAll };
};
