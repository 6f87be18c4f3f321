import { useEffect, useMemo, useState } from 'react';
import { MINUTE, SECOND } from '@cnv-ai/engine/kubernetes';
import type {
  Interpreted,
  SearchRequest,
  Vocabulary,
  interpretRequest,
} from '@cnv-ai/engine/search';
import { usePluginTranslation } from '../i18n';
import { inventory } from './inventory';
import { learnFor } from './languages';
import { useImpersonating } from './useImpersonating';

/** Names come and go slowly. */
const NAMES_LAST = 5 * MINUTE;
/** Finer than the minutes people speak of. */
const TICK = 20 * SECOND;

type Known = {
  readonly read: typeof interpretRequest;
  readonly vocabulary: Vocabulary;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

const load = async (impersonating: boolean): Promise<Known> => {
  const [engine, { vocabulary }] = await Promise.all([
    import('@cnv-ai/engine/search/core'),
    inventory.read({ impersonating }, NAMES_LAST),
  ]);
  return { read: engine.interpretRequest, vocabulary, now: Date.now() };
};

/** The engine with the names this user may see; `undefined` until both are there. */
const useKnown = (): Known | undefined => {
  const impersonating = useImpersonating();
  const [known, setKnown] = useState<Known>();

  useEffect(() => {
    let mounted = true;
    load(impersonating).then(
      (loaded) => {
        if (mounted) setKnown(loaded);
      },
      // Without the engine nothing is shown while typing; the search itself tells what is wrong.
      () => undefined,
    );
    const timer = setInterval(
      () => setKnown((before) => before && { ...before, now: Date.now() }),
      TICK,
    );
    return () => {
      mounted = false;
      clearInterval(timer);
    };
  }, [impersonating]);

  return known;
};

/**
 * Counts how often words were learnt while a sentence was typed; `undefined` until those of the
 * first are: to read it with fewer would show another meaning for a moment.
 */
const useLearnt = (sentence: string, locale: string): number | undefined => {
  const [learnt, setLearnt] = useState<number>();
  useEffect(() => {
    let mounted = true;
    learnFor(sentence, locale).then(
      (anything) => {
        if (mounted) setLearnt((before = 0) => (anything ? before + 1 : before));
      },
      // Without them the sentence is read in English, and what is not English is asked about.
      () => {
        if (mounted) setLearnt((before = 0) => before);
      },
    );
    return () => {
      mounted = false;
    };
  }, [sentence, locale]);
  return learnt;
};

/** What a request means, read in the browser; `undefined` until what it needs is there. */
export const useRequestInterpretation = (
  request: SearchRequest | undefined,
): Interpreted | undefined => {
  const { i18n } = usePluginTranslation();
  const known = useKnown();
  const locale = i18n.language.slice(0, 2);
  const learnt = useLearnt(request?.query ?? '', locale);
  return useMemo(() => {
    if (learnt === undefined || known === undefined || request === undefined) return undefined;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return known.read({ ...request, timeZone, locale }, known.vocabulary, known.now);
  }, [known, request, locale, learnt]);
};

/**
 * What a sentence means, read in the browser as it is typed; `undefined` for an empty one and until
 * the engine and the names it needs are there.
 */
export const useInterpretation = (sentence: string): Interpreted | undefined =>
  useRequestInterpretation(
    useMemo(() => (sentence.trim() === '' ? undefined : { query: sentence }), [sentence]),
  );
