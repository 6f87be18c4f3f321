import { useCallback, useContext, useSyncExternalStore } from 'react';
import { ReactReduxContext } from 'react-redux';
import { textAt } from '@cnv-ai/engine/kubernetes';

const nothing = (): void => undefined;

/**
 * Whether the user acts as someone else. The console keeps that in its store at
 * `sdkCore.impersonate`; Lightspeed and the sidecar would still act with the real user's token.
 */
export const useImpersonating = (): boolean => {
  const store = useContext(ReactReduxContext)?.store;
  const subscribe = useCallback(
    (listener: () => void) => store?.subscribe(listener) ?? nothing,
    [store],
  );
  return useSyncExternalStore(
    subscribe,
    () => textAt(store?.getState(), 'sdkCore', 'impersonate', 'name') !== undefined,
  );
};
