import type { KubeObject } from '../../kubernetes';
import type { Facts } from '../facts';
import { clusterScoped, condition, lookup, missing, namespaced, vm } from './factories';

type Fields = Readonly<Record<string, unknown>>;

const CDI = 'cdi.kubevirt.io/v1beta1';
export const PRIME = 'prime-uid-PersistentVolumeClaim-root';

const SPEC = {
  source: { http: { url: 'https://me:word@images.example.com:8443/os.qcow2' } },
  storage: { resources: { requests: { storage: '30Gi' } } },
};

/** The VM `web` with one templated disk, `root`. */
export const machine = (spec: Fields = {}, status: Fields = {}): KubeObject =>
  vm({
    template: { volumes: [{ name: 'rootdisk', dataVolume: { name: 'root' } }] },
    spec: { dataVolumeTemplates: [{ metadata: { name: 'root' }, spec: SPEC }], ...spec },
    status: { printableStatus: 'Provisioning', ...status },
  });

export const dataVolume = (
  phase: string | undefined,
  conditions: readonly Fields[] = [],
  spec: Fields = SPEC,
  metadata: Fields = {},
): KubeObject =>
  namespaced(CDI, 'DataVolume', 'root', { metadata, spec, status: { phase, conditions } });

export const claim = (phase: string, spec: Fields = {}, metadata: Fields = {}): KubeObject =>
  namespaced('v1', 'PersistentVolumeClaim', 'root', { metadata, spec, status: { phase } });

/** The claim that CDI fills in the place of `claim()`. */
export const prime = (phase: string, spec: Fields = {}, metadata: Fields = {}): KubeObject =>
  namespaced('v1', 'PersistentVolumeClaim', PRIME, { metadata, spec, status: { phase } });

/** The importer pod of `claim()`. */
export const importer = (container: Fields, phase = 'Running'): KubeObject =>
  namespaced('v1', 'Pod', 'importer-root', {
    metadata: { ownerReferences: [{ kind: 'PersistentVolumeClaim', name: 'root' }] },
    status: { phase, containerStatuses: [{ name: 'importer', restartCount: 5, ...container }] },
  });

/** A container that waits after it ended with these words. */
export const crashed = (message: string, reason = 'Error'): Fields => ({
  state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s' } },
  lastState: { terminated: { exitCode: 1, reason, message } },
});

export const running = (status: string, reason: string, message: string): Fields =>
  condition('Running', status, reason, message);

export const storageClass = (name: string, fields: Fields = {}): KubeObject =>
  clusterScoped('storage.k8s.io/v1', 'StorageClass', name, {
    provisioner: 'csi.example.com',
    ...fields,
  });

const AT = ['spec', 'template', 'spec', 'volumes', 0, 'dataVolume', 'name'] as const;

/** Facts of the VM's one disk; what is not given does not exist. */
export const diskFacts = ({
  of = machine(),
  volume,
  held,
  ...rest
}: {
  of?: KubeObject;
  volume?: KubeObject;
  held?: KubeObject;
} & Partial<Facts>): Partial<Facts> => ({
  vm: of,
  dataVolumes: [
    volume === undefined
      ? missing({ apiVersion: CDI, kind: 'DataVolume', name: 'root' }, of, ...AT)
      : lookup(volume, of, ...AT),
  ],
  claims: [
    held === undefined
      ? missing({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'root' }, of, ...AT)
      : lookup(held, of, ...AT),
  ],
  ...rest,
});
