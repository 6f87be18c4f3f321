import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { getI18n } from 'react-i18next';
import { MINUTE } from '@cnv-ai/engine/kubernetes';
import { english, type Message } from '@cnv-ai/engine/messages';
import type { Inventory } from '@cnv-ai/engine/search';
import type * as search from '@cnv-ai/engine/search/core';
import { inventory } from '../../../answers/inventory';
import { learnFor } from '../../../answers/languages';
import { breathe, isLong } from '../../../answers/slices';
import { useImpersonating } from '../../../answers/useImpersonating';
import { NAMESPACE } from '../../../i18n';
import { EXAMPLES } from './examples';
import { localeOf, type Setting } from './request';
import { entriesOf, type Entry } from './suggest/entries';

/** Names come and go slowly. */
const NAMES_LAST = 5 * MINUTE;
const MOST_EXAMPLES = 6;

/** What this cluster holds that the page can offer. */
export type Cluster = {
  readonly entries: readonly Entry[];
  readonly examples: readonly Message[];
  readonly labelKeys: readonly string[];
};

const EMPTY: Cluster = { entries: [], examples: EXAMPLES, labelKeys: [] };

type Engine = typeof search;

/** Those of the sentences that find something here, asked in the user's language. */
const fitting = async (
  engine: Engine,
  found: Inventory,
  { namespace, timeZone, language }: Setting,
): Promise<readonly Message[]> => {
  const t = getI18n().getFixedT(language, NAMESPACE);
  const locale = localeOf(language);
  const fit: Message[] = [];
  for (const example of [...engine.exampleSentences(found.vocabulary), ...EXAMPLES]) {
    const query = t(example.id, example.params);
    const namespaces = namespace === undefined ? undefined : [namespace];
    const request = { query, timeZone, limit: 1, namespaces, locale };
    if (locale !== undefined && locale !== 'en') await learnFor(query, locale);
    // An example is no reason to keep somebody from typing.
    await breathe();
    const steps = engine.searchSteps(found, request, Date.now());
    const { outcome, total } = await engine.finishInSlices(steps, breathe, isLong);
    if (outcome === 'ok' && total > 0) fit.push(example);
    if (fit.length === MOST_EXAMPLES) break;
  }
  return fit.length === 0 ? EXAMPLES : fit;
};

type Loaded = { readonly from: Inventory; readonly cluster: Cluster };

/** `undefined` when the cluster was not read anew since `last`. */
const load = async (
  impersonating: boolean,
  setting: Setting,
  last: Inventory | undefined,
): Promise<Loaded | undefined> => {
  const [engine, found] = await Promise.all([
    import('@cnv-ai/engine/search/core'),
    inventory.read({ impersonating }, NAMES_LAST),
  ]);
  if (found === last) return undefined;
  if (found.outcome !== 'ok') return { from: found, cluster: EMPTY };
  const cluster = {
    entries: entriesOf(found, engine.FIELDS, EXAMPLES.map(english), setting.language.slice(0, 2)),
    examples: await fitting(engine, found, setting),
    labelKeys: [...found.vocabulary.labels.keys()].sort(),
  };
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
