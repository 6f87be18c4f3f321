import type { Extension } from '@openshift/dynamic-plugin-sdk';
import type { SubsystemHealth } from '@openshift-console/dynamic-plugin-sdk';
import type { ComponentType } from 'react';
import type { Watched } from '../../sdk/watch';
import type { WatchResource } from '../../sdk/useWatch';

type Results = Readonly<Record<string, Watched>>;

/** A status that a plugin computes from watched resources. */
export type ResourceHealthExtension = Extension<
  'console.dashboards/overview/health/resource',
  {
    title: string;
    resources: () => Promise<Readonly<Record<string, WatchResource>>>;
    healthHandler: () => Promise<(results: Results, t: unknown) => SubsystemHealth>;
    popupComponent?: () => Promise<ComponentType<Results>>;
    popupTitle?: string;
  }
>;

export const isResourceHealth = (extension: Extension): extension is ResourceHealthExtension =>
  extension.type === 'console.dashboards/overview/health/resource';
