import {
  at,
  createdOf,
  isDeleting,
  isRecord,
  listAt,
  parseQuantity,
  parseTime,
  refOf,
  RESOURCES,
  apiVersionOf,
  textAt,
  MINUTE,
  type KubeObject,
  type ObjectRef,
} from '../../../kubernetes';
import { english, say, type Message } from '../../../messages';
import { phaseOf } from '../../intent';
import type { GraphState } from '../../types';
import type { VolumeReport } from './types';

type Judged = { state: GraphState; message: Message };

/** So long a claim may wait for its volume before it is worth a look. */
const PATIENCE = 2 * MINUTE;

const isOld = (claim: KubeObject, now: number): boolean =>
  now - (parseTime(createdOf(claim)) ?? now) > PATIENCE;

const judgeClaim = (claim: KubeObject, bindingMode: string | undefined, now: number): Judged => {
  const phase = phaseOf(claim);
  if (isDeleting(claim)) {
    return { state: 'warning', message: say('It is being deleted.') };
  }
  if (phase === 'Bound') return { state: 'ok', message: say('It is bound to a volume.') };
  if (phase === 'Lost') {
    return { state: 'error', message: say('Its PersistentVolume is gone.') };
  }
  if (bindingMode === 'WaitForFirstConsumer') {
    return { state: 'warning', message: say('It is bound when the first pod uses it.') };
  }
  return isOld(claim, now)
    ? { state: 'error', message: say('It has waited for a volume for more than 2 minutes.') }
    : { state: 'warning', message: say('It waits for a volume.') };
};

const accessModesOf = (claim: KubeObject): string[] =>
  listAt(claim, 'spec', 'accessModes').filter((mode) => typeof mode === 'string');

const sizeOf = (claim: KubeObject): number | undefined =>
  parseQuantity(at(claim, 'status', 'capacity', 'storage')) ??
  parseQuantity(at(claim, 'spec', 'resources', 'requests', 'storage'));

/** Where a claim's volume comes from, and how far it is. */
export const reportClaim = (
  claim: KubeObject,
  {
    name,
    type,
    bindingModes,
    now,
  }: {
    readonly name: string;
    readonly type: string;
    /** By class. */
    readonly bindingModes: ReadonlyMap<string, string>;
    readonly now: number;
  },
): VolumeReport => {
  const storageClass = textAt(claim, 'spec', 'storageClassName');
  const { state, message } = judgeClaim(claim, bindingModes.get(storageClass ?? ''), now);
  const [size, phase] = [sizeOf(claim), phaseOf(claim)];
  return {
    name,
    ref: refOf(claim),
    type,
    ...(storageClass === undefined ? {} : { storageClass }),
    accessModes: accessModesOf(claim),
    ...(size === undefined ? {} : { size }),
    ...(phase === undefined ? {} : { phase }),
    state,
    message: english(message),
    messageMessage: message,
  };
};

/** The field of a volume of a VM that says what it is, and the claim it rests on. */
export const sourceOf = (volume: unknown): { type: string; claim?: string } => {
  const type = isRecord(volume) ? Object.keys(volume).find((key) => key !== 'name') : undefined;
  const claim =
    textAt(volume, 'dataVolume', 'name') ??
    textAt(volume, 'persistentVolumeClaim', 'claimName') ??
    textAt(volume, 'ephemeral', 'persistentVolumeClaim', 'claimName');
  return { type: type ?? 'unknown', ...(claim === undefined ? {} : { claim }) };
};

const bare = (name: string, type: string, { state, message }: Judged): VolumeReport => ({
  name,
  type,
  state,
  message: english(message),
  messageMessage: message,
});

/** A volume that needs no storage of the cluster. */
export const reportInline = (name: string, type: string): VolumeReport =>
  bare(name, type, { state: 'ok', message: say('It needs no claim.') });

export const claimRef = (namespace: string, name: string): ObjectRef => ({
  apiVersion: apiVersionOf(RESOURCES.persistentVolumeClaims),
  kind: RESOURCES.persistentVolumeClaims.kind,
  namespace,
  name,
});

/** A volume whose claim is not there, or could not be looked at. */
export const reportNoClaim = (
  name: string,
  type: string,
  ref: ObjectRef,
  isKnown: boolean,
): VolumeReport => ({
  ...bare(
    name,
    type,
    isKnown
      ? { state: 'missing', message: say('Its claim does not exist.') }
      : { state: 'unknown', message: say('Its claim could not be read.') },
  ),
  ref,
});
