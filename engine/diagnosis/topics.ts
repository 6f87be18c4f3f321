import type { DiagnosisRequest } from './types';

/** An operation the caller asks about; what blocks it counts only when it is asked for. */
export type Topic =
  | 'migration'
  | 'drain'
  | 'snapshot'
  | 'restore'
  | 'clone'
  | 'export'
  | 'hotplug'
  | 'guest-agent'
  | 'console'
  | 'delete'
  | 'network'
  | 'old-pods';

const WORDS: readonly (readonly [Topic, readonly string[]])[] = [
  ['migration', ['migrat', 'livemigratable', 'vmotion', 'vmim']],
  ['drain', ['drain', 'evict', 'maintenance', 'cordon']],
  ['snapshot', ['snapshot']],
  ['restore', ['restore']],
  ['clone', ['clone', 'cloning']],
  ['export', ['export']],
  ['hotplug', ['hotplug', 'hot-plug', 'hot plug', 'attach']],
  ['guest-agent', ['guest agent', 'guest-agent', 'agentconnected', 'qemu-ga']],
  ['console', ['console', 'vnc', 'serial']],
  ['delete', ['delete', 'terminating', 'finalizer']],
  ['network', ['network', ' ip', 'nic', 'interface']],
  ['old-pods', ['old pod', 'completed pod', 'failed pod', 'leftover', 'left-over', 'stale pod']],
];

/** The request is read for a handful of words only; nothing in it can change a finding's content. */
export const topicsOf = (request: DiagnosisRequest): ReadonlySet<Topic> => {
  const { condition, error, question } = request;
  const asked = [question, error, condition?.type, condition?.reason, condition?.message]
    .map((text) => (text ?? '').slice(0, 4096).toLowerCase())
    .join(' ');
  return new Set(
    WORDS.filter(([, words]) => words.some((word) => asked.includes(word))).map(([topic]) => topic),
  );
};
