import { usePluginStore } from '@openshift/dynamic-plugin-sdk';
import { useCallback, useEffect } from 'react';
import { useConsole } from '../sdk/context';
import {
  isFeatureFlag,
  isFeatureFlagHookProvider,
  isModelFeatureFlag,
  useExtensions,
  useResolvedExtensions,
} from '../sdk/extensions';
import { referenceOf } from '../sdk/models';

type SetFlag = (flag: string, enabled: boolean) => void;

/** Runs a plugin's hook, which may set its flags again whenever it renders. */
const HookFlag = ({ useHandler, set }: { useHandler: (set: SetFlag) => void; set: SetFlag }) => {
  useHandler(set);
  return null;
};

/** Sets every flag that extensions define: by a function, by a hook, or by a kind being served. */
export const Flags = () => {
  const store = usePluginStore();
  const { models, modelsLoaded } = useConsole();
  const [handlers] = useResolvedExtensions(isFeatureFlag);
  const [hooks] = useResolvedExtensions(isFeatureFlagHookProvider);
  const modelFlags = useExtensions(isModelFeatureFlag);
  const set = useCallback<SetFlag>(
    (flag, enabled) => {
      // Setting a flag to what it is would render every hook again, without end.
      if (store.getFeatureFlags()[flag] !== enabled) store.setFeatureFlags({ [flag]: enabled });
    },
    [store],
  );
  useEffect(() => {
    for (const { properties } of handlers) properties.handler(set);
  }, [handlers, set]);
  useEffect(() => {
    if (!modelsLoaded) return;
    for (const { properties } of modelFlags) {
      set(properties.flag, referenceOf(properties.model) in models);
    }
  }, [modelFlags, models, modelsLoaded, set]);
  return (
    <>
      {hooks.map(({ uid, properties }) => (
        <HookFlag key={uid} useHandler={properties.handler} set={set} />
      ))}
    </>
  );
};
