import { createContext, useContext } from 'react';

/**
 * The ACM name of the other cluster that what is shown lives on; `undefined` for this one. Links of
 * this console and Lightspeed know this cluster only: an object of the same name here is another.
 */
export const OtherCluster = createContext<string | undefined>(undefined);

export const useOtherCluster = (): string | undefined => useContext(OtherCluster);
