import { findTarget } from '../../cnv-diagnostic/kubernetes/target';
import type { Cluster } from '../../cnv-diagnostic/kubernetes/cluster';
import { startControlPlane } from './control-plane';
import { requests, type Send } from './requests';

/** A real API server, and somebody who may do everything there. */
export type Place = {
  readonly cluster: Cluster;
  readonly admin: Send;
  /** Makes the past unknown: old resourceVersions are answered 410. A cluster in use does by itself. */
  readonly forget: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The cluster of KUBECONFIG as the identity in it, else a control plane of our own. */
export const openPlace = async (): Promise<Place> => {
  if (process.env.KUBECONFIG === undefined) {
    const plane = await startControlPlane();
    const door = requests(plane.cluster);
    return {
      cluster: plane.cluster,
      admin: door.as({ token: plane.rootToken }),
      forget: plane.forget,
      close: async () => {
        await door.close();
        await plane.close();
      },
    };
  }
  const { cluster, identity } = findTarget({ env: process.env });
  const door = requests(cluster);
  return {
    cluster,
    admin: door.as(await identity.resolve()),
    forget: () => Promise.resolve(),
    close: door.close,
  };
};
