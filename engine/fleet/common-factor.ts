import { english, say, type Message } from '../messages';
import type { CommonFactor, Factor } from './types';

// True of one VM as of many.
const SENTENCES: Readonly<Record<string, (name: string) => Message>> = {
  StorageClass: (name) => say('Disks of storage class {{name}}', { name }),
  Node: (name) => say('On node {{name}}', { name }),
  ResourceQuota: (name) => say('Counted against quota {{name}}', { name }),
  LimitRange: (name) => say('Under limit range {{name}}', { name }),
  Image: (name) => say('Using image {{name}}', { name }),
  NetworkAttachmentDefinition: (name) => say('Using network {{name}}', { name }),
  Namespace: (name) => say('In project {{name}}', { name }),
};

export const describeFactor = ({ kind, name }: Factor): CommonFactor => {
  const sentence = Object.hasOwn(SENTENCES, kind) ? SENTENCES[kind] : undefined;
  const message = sentence?.(name) ?? say('Behind it: {{kind}} {{name}}', { kind, name });
  return { kind, name, message: english(message), messageMessage: message };
};
