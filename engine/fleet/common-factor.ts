import { english, say, type Message } from '../messages';
import type { CommonFactor, Factor } from './types';

const SENTENCES: Readonly<Record<string, (name: string) => Message>> = {
  StorageClass: (name) => say('Their disks are of storage class {{name}}.', { name }),
  Node: (name) => say('They are on node {{name}}.', { name }),
  ResourceQuota: (name) => say('They count against quota {{name}}.', { name }),
  LimitRange: (name) => say('They are under limit range {{name}}.', { name }),
  Image: (name) => say('They use image {{name}}.', { name }),
  NetworkAttachmentDefinition: (name) => say('They use network {{name}}.', { name }),
  Namespace: (name) => say('They are in project {{name}}.', { name }),
};

export const describeFactor = ({ kind, name }: Factor): CommonFactor => {
  const sentence = Object.hasOwn(SENTENCES, kind) ? SENTENCES[kind] : undefined;
  const message = sentence?.(name) ?? say('They share {{kind}} {{name}}.', { kind, name });
  return { kind, name, message: english(message), messageMessage: message };
};
