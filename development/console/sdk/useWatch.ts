import type { K8sGroupVersionKind, Selector } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, useMemo, useState } from 'react';
import { useConsole, type ConsoleState } from './context';
import { referenceOf } from './models';
import { useByValue } from './useByValue';
import { startWatch, type Watched, type WatchQuery } from './watch';

/** The API server does not serve the kind. */
class NoModelError extends Error {
  override readonly name = 'NoModelError';

  constructor(kind: string) {
    super(`The cluster does not serve ${kind}.`);
  }
}

export type WatchResource = {
  groupVersionKind: K8sGroupVersionKind;
  isList?: boolean;
  name?: string;
  namespace?: string;
  selector?: Selector;
  fieldSelector?: string;
  limit?: number;
};

const emptyOf = (resource: WatchResource): unknown => (resource.isList ? [] : {});

type Plan = { query: WatchQuery } | { state: Watched };

/** What to watch, or the state there is without watching. */
const planOf = (
  resource: WatchResource | null,
  { models, modelsLoaded }: Pick<ConsoleState, 'models' | 'modelsLoaded'>,
): Plan => {
  if (resource === null) {
    return { state: { data: undefined, loaded: true, loadError: undefined } };
  }
  const { groupVersionKind, isList = false, ...rest } = resource;
  const model = models[referenceOf(groupVersionKind)];
  if (model === undefined) {
    const loadError = modelsLoaded ? new NoModelError(groupVersionKind.kind) : undefined;
    return { state: { data: emptyOf(resource), loaded: modelsLoaded, loadError } };
  }
  return { query: { model, isList, ...rest } };
};

type States = Readonly<Record<string, Watched>>;

/** Watches several resources; the states come by the keys of `resources`, compared by value. */
const useWatches = (resources: Readonly<Record<string, WatchResource | null>>): States => {
  const asked = useByValue(resources);
  const { models, modelsLoaded } = useConsole();
  const plans = useMemo(
    () =>
      Object.entries(asked).map(
        ([key, resource]) => [key, resource, planOf(resource, { models, modelsLoaded })] as const,
      ),
    [asked, models, modelsLoaded],
  );
  const initial = useMemo(
    (): States =>
      Object.fromEntries(
        plans.map(([key, resource, plan]) => [
          key,
          'state' in plan
            ? plan.state
            : {
                data: resource === null ? undefined : emptyOf(resource),
                loaded: false,
                loadError: undefined,
              },
        ]),
      ),
    [plans],
  );
  // The states belong to one set of plans: those of an earlier question are never shown.
  const [latest, setLatest] = useState({ plans, states: initial });
  useEffect(() => {
    const stops = plans.flatMap(([key, , plan]) =>
      'state' in plan
        ? []
        : startWatch(plan.query, (state) => {
            setLatest((before) => ({
              plans,
              states: { ...(before.plans === plans ? before.states : initial), [key]: state },
            }));
          }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [plans, initial]);
  return latest.plans === plans ? latest.states : initial;
};

/** Follows one resource or list: `[data, loaded, loadError]`; `null` watches nothing. */
export const useK8sWatchResource = (
  resource: WatchResource | null,
): [data: unknown, loaded: boolean, loadError: unknown] => {
  const { only } = useWatches({ only: resource });
  return useMemo(() => [only?.data, only?.loaded ?? false, only?.loadError], [only]);
};

/** Follows several resources, each under its own key. */
export const useK8sWatchResources = useWatches;
