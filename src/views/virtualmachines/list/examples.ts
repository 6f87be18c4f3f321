import { say, type Message } from '@cnv-ai/engine/messages';

/** Questions that show what the search understands. Their translations are asked as they stand. */
export const EXAMPLES: readonly Message[] = [
  say('VMs that failed to start in the last hour'),
  say('running VMs with more than 4 vCPU'),
  say('stopped VMs in production namespaces'),
  say('Windows VMs with at least 8 GiB memory'),
  say('VMs created in the last 7 days that are not running'),
  say('how many VMs by status'),
];
