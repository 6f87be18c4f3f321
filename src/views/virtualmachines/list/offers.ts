import { getI18n } from 'react-i18next';
import { english, type Message } from '@cnv-ai/engine/messages';
import type { Inventory } from '@cnv-ai/engine/search';
import type * as search from '@cnv-ai/engine/search/core';
import { learnFor } from '../../../answers/languages';
import { breathe, isLong } from '../../../answers/slices';
import { NAMESPACE } from '../../../i18n';
import { EXAMPLES } from './examples';
import { localeOf, type Setting } from './request';
import { entriesOf } from './suggest/entries';
import type { Cluster } from './useCluster';

const MOST_EXAMPLES = 6;

/** The page has loaded it already: a second way to it would be a second copy. */
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
    // A language without a catalogue shows the English words.
    const query = locale === undefined ? english(example) : t(example.id, example.params);
    const namespaces = namespace === undefined ? undefined : [namespace];
    const request = { query, timeZone, limit: 1, namespaces, locale };
    await learnFor(query, locale ?? 'en');
    // An example is no reason to keep somebody from typing.
    await breathe();
    const steps = engine.searchSteps(found, request, Date.now());
    const { outcome, total } = await engine.finishInSlices(steps, breathe, isLong);
    if (outcome === 'ok' && total > 0) fit.push(example);
    if (fit.length === MOST_EXAMPLES) break;
  }
  return fit.length === 0 ? EXAMPLES : fit;
};

/** What can be offered of what was found. */
export const offersOf = async (
  engine: Engine,
  found: Inventory,
  setting: Setting,
): Promise<Cluster> => ({
  entries: entriesOf(found, engine.FIELDS, EXAMPLES.map(english), setting.language.slice(0, 2)),
  examples: await fitting(engine, found, setting),
  labelKeys: [...found.vocabulary.labels.keys()].sort(),
});
