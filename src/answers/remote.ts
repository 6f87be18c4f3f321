import { createRoads, type Roads } from './roads';
import { throughLightspeed, throughPluginProxy } from './tool-call';

/** Both roads to the sidecar, nothing known about them yet. */
export const createRemote = (): Roads =>
  createRoads([
    { source: 'lightspeed', road: throughLightspeed },
    { source: 'sidecar', road: throughPluginProxy },
  ]);

/** The roads as this page load has found them. */
export const remote = createRemote();
