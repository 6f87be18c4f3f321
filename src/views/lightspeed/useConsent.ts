import { useCallback } from 'react';
import { useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import { AGREED, CONSENT_KEY } from './consent';

export type Consent = {
  readonly given: boolean;
  /** False until the preference has been read; nothing can be agreed to before. */
  readonly known: boolean;
  readonly give: () => void;
  readonly withdraw: () => void;
};

/** Whether this user lets facts about virtual machines go to Lightspeed's model. */
export const useConsent = (): Consent => {
  const [stored, store, known] = useUserPreference<string>(CONSENT_KEY, '');
  const give = useCallback(() => store(AGREED), [store]);
  const withdraw = useCallback(() => store(''), [store]);
  return { given: known && stored === AGREED, known, give, withdraw };
};
