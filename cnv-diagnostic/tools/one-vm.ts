import { z } from 'zod';
import { unanswered, type Answered } from '@cnv-ai/engine/diagnosis';
import type { Message } from '@cnv-ai/engine/messages';
import { formatTime } from '@cnv-ai/engine/kubernetes';
import { shown } from './names';

/** The VM a tool is about. */
export const ONE_VM = {
  namespace: z.string().describe('Namespace (project) of the VM.'),
  vmName: z.string().describe('Name of the VM.'),
};

/** Calls about one VM that read at the same time: together they keep all sockets busy. */
export const ONE_VM_AT_ONCE = 16;

export const targetVm = ({
  namespace,
  vmName,
}: {
  namespace: string;
  vmName?: string | undefined;
}): string => `${shown(namespace)}/${vmName === undefined ? '' : shown(vmName)}`;

export const loose = z.looseObject({});
export const looseList = z.array(loose);

/** What every answer about a VM or a project carries beside its own fields. */
export const ANSWERED = { outcome: z.string(), message: z.string().optional(), asOf: z.string() };

/** An answer of a tool that says in one sentence why there is none. */
export const refusing =
  <T extends object>(empty: T) =>
  (outcome: Exclude<Answered['outcome'], 'ok'>, message: Message, now: number) => {
    const refused = unanswered(outcome, message, formatTime(now));
    return {
      text: `${outcome}: ${refused.message ?? ''}`,
      structured: { ...refused, ...empty },
      outcome,
    };
  };
