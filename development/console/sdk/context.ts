import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { LoadedExtension } from '@openshift/dynamic-plugin-sdk';
import { createContext, useContext } from 'react';

export const ALL_NAMESPACES_KEY = '#ALL_NS#';
export const isAllNamespacesKey = (namespace: string): boolean => namespace === ALL_NAMESPACES_KEY;

/** What the page around a plugin knows. The host fills it; without one the defaults hold. */
export type ConsoleState = {
  /** Extensions in use, host's and plugins', in the order of the plugins. */
  extensions: LoadedExtension[];
  flags: Readonly<Record<string, boolean | undefined>>;
  models: Readonly<Record<string, K8sModel>>;
  modelsLoaded: boolean;
  namespace: string;
  setNamespace: (namespace: string) => void;
  perspective: string;
  setPerspective: (perspective: string) => void;
};

const nothing = (): void => undefined;

export const INITIAL_STATE: ConsoleState = {
  extensions: [],
  flags: {},
  models: {},
  modelsLoaded: false,
  namespace: ALL_NAMESPACES_KEY,
  setNamespace: nothing,
  perspective: 'admin',
  setPerspective: nothing,
};

export const ConsoleContext = createContext<ConsoleState>(INITIAL_STATE);

export const useConsole = (): ConsoleState => useContext(ConsoleContext);

export const useFlag = (flag: string): boolean | undefined => useConsole().flags[flag];

export const useActiveNamespace = (): [string, (namespace: string) => void] => {
  const { namespace, setNamespace } = useConsole();
  return [namespace, setNamespace];
};

export const useActivePerspective = (): [string, (perspective: string) => void] => {
  const { perspective, setPerspective } = useConsole();
  return [perspective, setPerspective];
};
