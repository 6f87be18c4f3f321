import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { MINUTE } from '@cnv-ai/engine/kubernetes';
import type { Message } from '@cnv-ai/engine/messages';
import type { Inventory } from '@cnv-ai/engine/search';
import { inventory } from '../../../answers/inventory';
import { useImpersonating } from '../../../answers/useImpersonating';
import { EXAMPLES } from './examples';
import type { Setting } from './request';
import type { Entry } from './suggest/entries';

/** Names come and go slowly. */
const NAMES_LAST = 5 * MINUTE;

/** What this cluster holds that the page can offer. */
export type Cluster = {
  readonly entries: readonly Entry[];
  readonly examples: readonly Message[];
  readonly labelKeys: readonly string[];
};

const EMPTY: Cluster = { entries: [], examples: EXAMPLES, labelKeys: [] };

type Loaded = { readonly from: Inventory; readonly cluster: Cluster };

/** `undefined` when the cluster was not read anew since `last`. */
const load = async (
  impersonating: boolean,
  setting: Setting,
  last: Inventory | undefined,
): Promise<Loaded | undefined> => {
  const [engine, { offersOf }, found] = await Promise.all([
    import('@cnv-ai/engine/search/core'),
    import('./offers'),
    inventory.read({ impersonating }, NAMES_LAST),
  ]);
  if (found === last) return undefined;
  const cluster = found.outcome === 'ok' ? await offersOf(engine, found, setting) : EMPTY;
  return { from: found, cluster };
};

/** What can be offered, read as this user once wanted; `renew` reads again what has become old. */
export const useCluster = (
  setting: Setting,
  isWanted = true,
): { cluster: Cluster; renew: () => void } => {
  const impersonating = useImpersonating();
  const [cluster, setCluster] = useState(EMPTY);
  const { namespace, timeZone, language } = setting;
  const turn = useRef(0);
  const last = useRef<Inventory | undefined>(undefined);
  const renew = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    load(impersonating, { namespace, timeZone, language }, last.current).then(
      (loaded) => {
        if (loaded === undefined || turn.current !== mine) return;
        last.current = loaded.from;
        startTransition(() => setCluster(loaded.cluster));
      },
      // Nothing to offer is no failure: the search itself tells what is wrong.
      () => undefined,
    );
  }, [impersonating, namespace, timeZone, language]);
  useEffect(() => {
    if (!isWanted) return undefined;
    last.current = undefined;
    renew();
    return () => {
      turn.current += 1;
    };
  }, [renew, isWanted]);
  return { cluster, renew };
};
