import {
  PluginEventType,
  useExtensions,
  usePluginStore,
  type LoadedExtension,
} from '@openshift/dynamic-plugin-sdk';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { ALL_NAMESPACES_KEY, ConsoleContext, type ConsoleState } from '../sdk/context';
import { discoverModels } from '../sdk/models';
import { useUserPreference } from '../sdk/useUserPreference';

import { namespaceIn, withNamespace } from './namespaces';
import { translated } from './translated';

const useModels = (): Pick<ConsoleState, 'models' | 'modelsLoaded'> => {
  const [found, setFound] = useState<Readonly<Record<string, K8sModel>>>();
  useEffect(() => {
    discoverModels().then(setFound, () => setFound({}));
  }, []);
  return { models: found ?? {}, modelsLoaded: found !== undefined };
};

const useFlags = (): ConsoleState['flags'] => {
  const store = usePluginStore();
  const [flags, setFlags] = useState(() => store.getFeatureFlags());
  useEffect(
    () =>
      store.subscribe([PluginEventType.FeatureFlagsChanged], () =>
        setFlags(store.getFeatureFlags()),
      ),
    [store],
  );
  return flags;
};

const useTranslatedExtensions = (): LoadedExtension[] => {
  const extensions = useExtensions();
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () =>
      extensions.map((extension) => ({
        ...extension,
        properties: Object.fromEntries(
          Object.entries(extension.properties).map(([name, value]) => [
            name,
            translated(value, (key) => t(key, { lng: language })),
          ]),
        ),
      })),
    [extensions, t, language],
  );
};

/** The namespace of the address, else the one last chosen. */
const useNamespace = (): Pick<ConsoleState, 'namespace' | 'setNamespace'> => {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [last, setLast] = useUserPreference('namespace', ALL_NAMESPACES_KEY);
  const inAddress = namespaceIn(pathname);
  useEffect(() => {
    if (inAddress !== undefined) setLast(inAddress);
  }, [inAddress, setLast]);
  return useMemo(
    () => ({
      namespace: inAddress ?? last,
      setNamespace: (next) => {
        setLast(next);
        const address = withNamespace(pathname, next);
        if (address !== undefined) void navigate(address);
      },
    }),
    [inAddress, last, pathname, navigate, setLast],
  );
};

/** Gives plugins and pages what the SDK's hooks ask for. */
export const ConsoleProvider = ({ children }: { children: ReactNode }) => {
  const extensions = useTranslatedExtensions();
  const flags = useFlags();
  const models = useModels();
  const namespace = useNamespace();
  const [perspective, setPerspective] = useState('admin');
  const state = useMemo(
    (): ConsoleState => ({
      extensions,
      flags,
      ...models,
      ...namespace,
      perspective,
      setPerspective,
    }),
    [extensions, flags, models, namespace, perspective],
  );
  return <ConsoleContext.Provider value={state}>{children}</ConsoleContext.Provider>;
};
