import { useResolvedExtensions as useResolved } from '@openshift/dynamic-plugin-sdk';
import type { Extension, LoadedExtension } from '@openshift/dynamic-plugin-sdk';
import type * as Sdk from '@openshift-console/dynamic-plugin-sdk';
import { useState } from 'react';
import { useConsole } from './context';

type Guard<E extends Extension> = (extension: Extension) => extension is E;

const ofType =
  <E extends Extension>(type: E['type']): Guard<E> =>
  (extension): extension is E =>
    extension.type === type;

export const isRoutePage = ofType<Sdk.RoutePage>('console.page/route');
export const isResourceListPage = ofType<Sdk.ResourceListPage>('console.page/resource/list');
export const isNavSection = ofType<Sdk.NavSection>('console.navigation/section');
export const isHrefNavItem = ofType<Sdk.HrefNavItem>('console.navigation/href');
export const isHorizontalNavTab = ofType<Sdk.HorizontalNavTab>('console.tab/horizontalNav');
export const isActionProvider = ofType<Sdk.ActionProvider>('console.action/provider');
export const isResourceActionProvider = ofType<Sdk.ResourceActionProvider>(
  'console.action/resource-provider',
);
export const isContextProvider = ofType<Sdk.ContextProvider>('console.context-provider');
export const isFeatureFlag = ofType<Sdk.FeatureFlag>('console.flag');
export const isModelFeatureFlag = ofType<Sdk.ModelFeatureFlag>('console.flag/model');
export const isFeatureFlagHookProvider = ofType<Sdk.FeatureFlagHookProvider>(
  'console.flag/hookProvider',
);
export const isUserPreferenceItem = ofType<Sdk.UserPreferenceItem>('console.user-preference/item');
export const isDashboardsOverviewHealthURLSubsystem =
  ofType<Sdk.DashboardsOverviewHealthURLSubsystem>('console.dashboards/overview/health/url');

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** The same array as long as its items are the same, so that effects of it do not run again. */
const useStable = <T>(list: T[]): T[] => {
  const [kept, keep] = useState(list);
  if (sameItems(kept, list)) return kept;
  keep(list);
  return list;
};

/** Extensions in use that any of the guards accepts, their code references not resolved. */
export const useExtensions = <E extends Extension>(...guards: Guard<E>[]): LoadedExtension<E>[] => {
  const { extensions } = useConsole();
  return useStable(
    extensions.filter((extension): extension is LoadedExtension<E> =>
      guards.some((guard) => guard(extension)),
    ),
  );
};

/** The console's hook: extensions with their code loaded, whether that is done, and what failed. */
export const useResolvedExtensions = <E extends Extension>(...guards: Guard<E>[]) =>
  useResolved(useExtensions(...guards));
