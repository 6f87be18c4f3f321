import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { objectsOf } from './inventory/build';
import { GROUND } from './inventory/cluster';
import { FLEETS } from './inventory/fleets';
import { ordinaryMachine } from './inventory/ordinary';
import { particularMachines } from './inventory/particular';
import type { MachineSpec } from './inventory/spec';

export { NOW } from './inventory/cluster';

const ordinary = (): MachineSpec[] => {
  const places = FLEETS.flatMap((fleet) =>
    Array.from({ length: fleet.count }, (_, index) => ({ fleet, index })),
  );
  return places.map(({ fleet, index }, ordinal) => ordinaryMachine(fleet, index, ordinal));
};

/** The same cluster every time: more than 300 virtual machines and what they stand on. */
export const inventoryObjects = (): KubeObject[] => {
  const usual = ordinary();
  return objectsOf({ ...GROUND, machines: [...usual, ...particularMachines(usual.length)] });
};
