import { randomUUID } from 'node:crypto';
import { nameOf, numberAt, textAt, uidOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Boot } from '../machine/boot';
import { GUEST_SYSTEMS, type GuestOs } from '../machine/guest-os';
import { randomSuffix } from '../names';
import { servedPlural } from '../resources';
import type { Store } from '../store';
import { claimsOf, nodeFor } from './references';

const INSTANCETYPES = servedPlural('virtualmachineclusterinstancetypes');

const osOf = (machine: KubeObject): GuestOs | undefined => {
  const id = textAt(machine, 'spec', 'template', 'metadata', 'annotations', 'vm.kubevirt.io/os');
  const preference = textAt(machine, 'spec', 'preference', 'name');
  return GUEST_SYSTEMS.find((os) => os.id === id || os.preference === preference);
};

const sizeOf = (store: Store, machine: KubeObject): { sockets: number; memory: string } => {
  const name = textAt(machine, 'spec', 'instancetype', 'name');
  const type = name === undefined ? undefined : store.get(INSTANCETYPES, undefined, name);
  const domain = ['spec', 'template', 'spec', 'domain'] as const;
  return {
    sockets:
      numberAt(type, 'spec', 'cpu', 'guest') ??
      (numberAt(machine, ...domain, 'cpu', 'sockets') ?? 1) *
        (numberAt(machine, ...domain, 'cpu', 'cores') ?? 1),
    memory:
      textAt(type, 'spec', 'memory', 'guest') ??
      textAt(machine, ...domain, 'memory', 'guest') ??
      textAt(machine, ...domain, 'resources', 'requests', 'memory') ??
      '1Gi',
  };
};

const macFrom = (uid: string): string =>
  `02:00:${[2, 4, 6].map((at) => uid.slice(at, at + 2)).join(':')}:10`;

/** A fresh run of a machine, placed on a node; `undefined` when no node takes it. */
export const newBoot = (
  store: Store,
  machine: KubeObject,
  started: number,
  except?: string,
): Boot | undefined => {
  const node = nodeFor(store, machine, except);
  if (node === undefined) return undefined;
  const uid = randomUUID();
  const claims = Object.entries(claimsOf(store, machine)).filter(
    (entry): entry is [string, KubeObject] => entry[1] !== undefined,
  );
  const last = Number.parseInt((uidOf(machine) ?? '00').slice(-2), 16) || 0;
  return {
    uid,
    podUid: randomUUID(),
    podName: `virt-launcher-${nameOf(machine)}-${randomSuffix()}`,
    node,
    ip: `10.128.20.${last}`,
    mac: macFrom(uid),
    started,
    os: osOf(machine),
    ...sizeOf(store, machine),
    claims: Object.fromEntries(claims),
  };
};
