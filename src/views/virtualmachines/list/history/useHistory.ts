import { useMemo } from 'react';
import { useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import type { Question } from '../question';
import {
  forgotten,
  readRecent,
  readSaved,
  remembered,
  renamed,
  withoutSaved,
  withSaved,
  type Recent,
  type Saved,
} from './history';

const RECENT_KEY = 'cnv-ai-plugin.search.recent';
const SAVED_KEY = 'cnv-ai-plugin.search.saved';
const NONE: readonly unknown[] = [];

export type History = {
  readonly recent: Recent;
  readonly saved: readonly Saved[];
  readonly remember: (sentence: string) => void;
  readonly forget: (sentence: string) => void;
  readonly forgetAll: () => void;
  readonly save: (question: Question, name: string) => void;
  readonly rename: (before: string, after: string) => void;
  readonly remove: (name: string) => void;
};

/** What this user asked before, kept with the console's other preferences of the user. */
export const useHistory = (): History => {
  const [storedRecent, setRecent, recentLoaded] = useUserPreference<unknown>(RECENT_KEY, NONE);
  const [storedSaved, setSaved, savedLoaded] = useUserPreference<unknown>(SAVED_KEY, NONE);
  return useMemo(() => {
    // Before the preferences are there, writing one would drop what is stored.
    const changeRecent = (change: (recent: Recent) => Recent): void => {
      if (recentLoaded) setRecent((stored: unknown) => change(readRecent(stored)));
    };
    const changeSaved = (change: (saved: readonly Saved[]) => readonly Saved[]): void => {
      if (savedLoaded) setSaved((stored: unknown) => change(readSaved(stored)));
    };
    return {
      recent: readRecent(storedRecent),
      saved: readSaved(storedSaved),
      remember: (sentence) => changeRecent((recent) => remembered(recent, sentence)),
      forget: (sentence) => changeRecent((recent) => forgotten(recent, sentence)),
      forgetAll: () => changeRecent(() => []),
      save: (question, name) => changeSaved((saved) => withSaved(saved, question, name)),
      rename: (before, after) => changeSaved((saved) => renamed(saved, before, after)),
      remove: (name) => changeSaved((saved) => withoutSaved(saved, name)),
    };
  }, [storedRecent, storedSaved, recentLoaded, savedLoaded, setRecent, setSaved]);
};
