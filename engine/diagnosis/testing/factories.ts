import { refOf, type KubeObject, type ObjectRef, type Path } from '../../kubernetes';
import type { Facts, Lookup } from '../facts';
import type { Rule, RuleContext } from '../rule';
import { saidByCaller } from '../statements';
import { topicsOf } from '../topics';
import type { DiagnosisRequest } from '../types';
import { NOTHING } from '../view';

export const NOW = Date.parse('2026-11-20T14:30:00Z');

/** The time this many minutes before `NOW`. */
export const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

type Fields = Readonly<Record<string, unknown>>;

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  { metadata, ...rest }: Fields & { metadata?: Fields } = {},
  namespace = 'ns',
): KubeObject => ({
  apiVersion,
  kind,
  metadata: {
    name,
    ...(namespace === '' ? {} : { namespace }),
    uid: `uid-${kind}-${name}`,
    creationTimestamp: ago(60),
    ...metadata,
  },
  ...rest,
});

/** A VM that is asked to run; `template` is its `spec.template.spec`. */
export const vm = ({
  template = {},
  spec = {},
  status = {},
  metadata = {},
}: { template?: Fields; spec?: Fields; status?: Fields; metadata?: Fields } = {}): KubeObject =>
  object('kubevirt.io/v1', 'VirtualMachine', 'web', {
    metadata,
    spec: { runStrategy: 'Always', template: { spec: template }, ...spec },
    status: { printableStatus: 'Starting', ...status },
  });

export const vmi = (phase = 'Pending', status: Fields = {}, metadata: Fields = {}): KubeObject =>
  object('kubevirt.io/v1', 'VirtualMachineInstance', 'web', {
    metadata: { creationTimestamp: ago(20), ...metadata },
    status: { phase, ...status },
  });

/** A launcher pod of `vmi()`. */
export const pod = (
  fields: Fields & { metadata?: Fields } = {},
  name = 'virt-launcher-web-abcde',
): KubeObject =>
  object('v1', 'Pod', name, {
    ...fields,
    metadata: {
      creationTimestamp: ago(19),
      ownerReferences: [
        { kind: 'VirtualMachineInstance', name: 'web', uid: 'uid-VirtualMachineInstance-web' },
      ],
      ...fields.metadata,
    },
  });

export const namespaced = (
  apiVersion: string,
  kind: string,
  name: string,
  fields: Fields & { metadata?: Fields } = {},
): KubeObject => object(apiVersion, kind, name, fields);

export const clusterScoped = (
  apiVersion: string,
  kind: string,
  name: string,
  fields: Fields & { metadata?: Fields } = {},
): KubeObject => object(apiVersion, kind, name, fields, '');

export const condition = (
  type: string,
  status: string,
  reason = '',
  message = '',
  minutes = 10,
): Fields => ({ type, status, reason, message, lastTransitionTime: ago(minutes) });

export const event = (
  about: KubeObject,
  reason: string,
  message: string,
  minutes = 5,
  type = 'Warning',
): KubeObject =>
  object('v1', 'Event', `${refOf(about).name}.${reason}`, {
    involvedObject: refOf(about),
    reason,
    message,
    type,
    lastTimestamp: ago(minutes),
  });

/** A reference from `namedBy` to an object that exists. */
export const lookup = (object: KubeObject, namedBy: KubeObject, ...path: Path): Lookup => ({
  ref: refOf(object),
  object,
  namedBy,
  path,
});

/** A reference to a name that the API server answered 404 for. */
export const missing = (
  ref: Pick<ObjectRef, 'apiVersion' | 'kind' | 'name'>,
  namedBy: KubeObject,
  ...path: Path
): Lookup => ({ ref: { namespace: 'ns', ...ref }, namedBy, path });

/** Everything a rule may see: what is given, and nothing else. */
export const facts = (given: Partial<Facts>): Facts => ({ ...NOTHING, vm: vm(), ...given });

export const contextOf = (request: Partial<DiagnosisRequest> = {}): RuleContext => {
  const full = { namespace: 'ns', vmName: 'web', ...request };
  return { now: NOW, request: full, topics: topicsOf(full) };
};

/** What a rule finds in these facts. */
export const run = (rule: Rule, given: Partial<Facts>, request: Partial<DiagnosisRequest> = {}) => {
  const context = contextOf(request);
  return rule.run(facts({ reported: saidByCaller(context.request), ...given }), context);
};
