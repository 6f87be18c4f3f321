import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { historyObjects } from './history';
import { imageObjects } from './images';
import { machinePlans } from './machine-plan';
import { namespaceObjects } from './namespaces';
import { nodeObjects } from './nodes';
import { platformObjects } from './platform';
import { machineObjects } from './running';
import { sizeObjects } from './sizes';
import { storageObjects } from './storage-classes';

/**
 * 200 healthy VirtualMachines in 12 namespaces with everything around them, every time relative to
 * `now` (milliseconds). The same for the same `now`.
 */
export const fleet = (now: number): KubeObject[] => {
  const plans = machinePlans(now);
  return [
    ...namespaceObjects(now),
    ...nodeObjects(now),
    ...storageObjects(),
    ...platformObjects(now),
    ...sizeObjects(),
    ...imageObjects(),
    ...plans.flatMap((plan) => machineObjects(plan, now)),
    ...historyObjects(plans, now),
  ];
};
