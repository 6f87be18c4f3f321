import { useEffect } from 'react';
import { remote } from '../../../answers/remote';
import { useImpersonating } from '../../../answers/useImpersonating';

export const loadResultTools = () => import('./ResultTools');

/** While a sentence is typed: who will answer it, and the code that shows what is found. */
export const useReadiness = (sentence: string): void => {
  const impersonating = useImpersonating();
  const isTyped = sentence.trim() !== '';
  useEffect(() => {
    if (!isTyped) return;
    // What fails now is tried again, and told, when there is an answer.
    loadResultTools().catch(() => undefined);
    if (!impersonating) void remote.prepare();
  }, [isTyped, impersonating]);
};
