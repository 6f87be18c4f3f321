export { diagnoseFleet, MOST_DIAGNOSED, noFleet } from './fleet';
export { mergeFleet } from './merge';
export { fleetText } from './text';
export type { CommonFactor, Fleet, FleetGroup, FleetOptions, FleetRequest } from './types';
