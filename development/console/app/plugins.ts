import * as runtimeSdk from '@openshift/dynamic-plugin-sdk';
import { PluginStore, type LocalPluginManifest } from '@openshift/dynamic-plugin-sdk';
import * as react from 'react';
import * as reactI18next from 'react-i18next';
import * as reactRedux from 'react-redux';
import * as reactRouter from 'react-router';
import * as redux from 'redux';
import * as reduxThunk from 'redux-thunk';
import * as consoleSdk from '../sdk';

type Shared = { get: () => Promise<() => unknown>; loaded?: 1; from: string; eager: boolean };

const FROM = 'development-console';

const ready = (module: unknown): Shared => ({
  get: () => Promise.resolve(() => module),
  loaded: 1,
  eager: true,
  from: FROM,
});

const onDemand = (load: () => Promise<unknown>): Shared => ({
  get: async () => {
    const module = await load();
    return () => module;
  },
  eager: false,
  from: FROM,
});

/**
 * The modules a plugin takes from the console, as a webpack share scope: one instance each.
 * PatternFly is absent on purpose: plugins share it piece by piece and bring their own.
 */
const sharedScope = {
  react: { '18.3.1': ready(react) },
  'react-i18next': { '16.5.8': ready(reactI18next) },
  'react-redux': { '9.2.0': ready(reactRedux) },
  'react-router': { '7.13.1': ready(reactRouter) },
  redux: { '5.0.1': ready(redux) },
  'redux-thunk': { '3.1.0': ready(reduxThunk) },
  '@openshift/dynamic-plugin-sdk': { '9.1.0': ready(runtimeSdk) },
  '@openshift-console/dynamic-plugin-sdk': { '4.22.0': ready(consoleSdk) },
  '@patternfly/react-topology': {
    '6.4.0': onDemand(() => import('@patternfly/react-topology')),
  },
};

/** A store that loads plugins the way the console 4.22 does. */
export const createPluginStore = (): PluginStore =>
  new PluginStore({
    loaderOptions: {
      sharedScope,
      customDependencyResolutions: { '@console/pluginAPI': '4.22.0' },
      // Of the plugins, only those installed here can be waited for.
      isDependencyResolvable: (name) => name === '@console/pluginAPI',
    },
  });

/** Loads the host's own extensions, then the plugins; one that fails leaves the others alone. */
export const loadPlugins = async (
  store: PluginStore,
  own: readonly LocalPluginManifest[],
  names: readonly string[],
): Promise<void> => {
  for (const manifest of own) await store.loadPlugin(manifest);
  await Promise.allSettled(
    names.map((name) => store.loadPlugin(`/api/plugins/${name}/plugin-manifest.json`)),
  );
};
