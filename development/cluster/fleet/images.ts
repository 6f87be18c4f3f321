import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { GUEST_SYSTEMS, type GuestOs } from '../machine/guest-os';

const IMAGES = 'openshift-virtualization-os-images';

const dataSource = ({ id, preference }: GuestOs): KubeObject => ({
  apiVersion: 'cdi.kubevirt.io/v1beta1',
  kind: 'DataSource',
  metadata: {
    name: id,
    namespace: IMAGES,
    labels: {
      'instancetype.kubevirt.io/default-instancetype': 'u1.medium',
      'instancetype.kubevirt.io/default-preference': preference,
    },
  },
  spec: { source: { snapshot: { name: `${id}-image`, namespace: IMAGES } } },
  status: {
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        reason: 'Ready',
        message: 'DataSource is ready to be consumed',
      },
    ],
  },
});

/** The boot sources the fleet's disks were made from. */
export const imageObjects = (): KubeObject[] => GUEST_SYSTEMS.map(dataSource);
