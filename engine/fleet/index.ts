export { diagnoseFleet, noFleet, openFleet, type FleetPage } from './fleet';
export { mergeFleet, wholeFleet } from './merge';
export { MOST_DIAGNOSED } from './request';
export { instanceSigns, machineSigns, type InstanceSigns, type MachineSigns } from './signs';
export type { Signs } from './survey';
export { fleetText } from './text';
export type {
  CommonFactor,
  Factor,
  Fleet,
  FleetGroup,
  FleetMachine,
  FleetOptions,
  FleetRequest,
} from './types';
