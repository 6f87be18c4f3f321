import { useSyncExternalStore } from 'react';
import { settings, type KnownSettings } from './settings';

/** The administrator's switches, followed while the tab is visible. */
export const useSettings = (): KnownSettings =>
  useSyncExternalStore(settings.subscribe, settings.get);
