import { createRoads, type Roads } from './roads';
import { settings } from './settings';
import { throughLightspeed, throughPluginProxy } from './tool-call';

/** Both roads to the sidecar, nothing known about them yet. */
export const createRemote = (): Roads =>
  createRoads([
    // What comes through Lightspeed has aliases, as for a model; the page shows the names.
    { source: 'lightspeed', road: throughLightspeed, isAllowed: () => !settings.get().aliases },
    { source: 'sidecar', road: throughPluginProxy },
  ]);

/** The roads as this page load has found them. */
export const remote = createRemote();
