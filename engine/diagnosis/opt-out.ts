import { labelsOf, type KubeObject } from '../kubernetes';
import type { Gathered } from './facts';

/** A namespace with this label is left out everywhere, unless the value is `false`. */
export const OPT_OUT_LABEL = 'cnv-ai.kubevirt.io/disabled';

/** For a model, a label that cannot be read counts as set. */
export const isOptedOut = (
  namespace: Gathered<KubeObject | undefined>,
  forModel: boolean,
): boolean => {
  if (namespace.value === undefined) return forModel && namespace.missed.length > 0;
  const label = labelsOf(namespace.value)[OPT_OUT_LABEL];
  return label !== undefined && label !== 'false';
};
