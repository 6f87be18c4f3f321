import { formatTime, nameOf, uidOf, type KubeObject } from '@cnv-ai/engine/kubernetes';

/** A condition as controllers write it. Without a time the real ones leave `null`. */
export const condition = (
  type: string,
  status: 'True' | 'False',
  time?: number,
  reason?: string,
  message?: string,
): KubeObject => ({
  lastProbeTime: null,
  lastTransitionTime: time === undefined ? null : formatTime(time),
  ...(message === undefined ? {} : { message }),
  ...(reason === undefined ? {} : { reason }),
  status,
  type,
});

export const ownerOf = (owner: KubeObject): KubeObject => ({
  apiVersion: owner.apiVersion,
  kind: owner.kind,
  name: nameOf(owner),
  uid: uidOf(owner),
  controller: true,
  blockOwnerDeletion: true,
});
