import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useConsole } from './context';
import { referenceOf, type KindReference } from './models';

/** Every model the cluster serves, and whether they are still being read. */
export const useK8sModels = (): [Readonly<Record<string, K8sModel>>, boolean] => {
  const { models, modelsLoaded } = useConsole();
  return [models, !modelsLoaded];
};

export const useK8sModel = (reference?: KindReference): [K8sModel | undefined, boolean] => {
  const [models, inFlight] = useK8sModels();
  return [reference === undefined ? undefined : models[referenceOf(reference)], inFlight];
};
