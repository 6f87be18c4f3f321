import { z } from 'zod';
import { english, type Message } from '@cnv-ai/engine/messages';
import { formatTime } from '@cnv-ai/engine/kubernetes';
import { explainStatus, statusText, type StatusExplanation } from '@cnv-ai/engine/diagnosis';
import { nameProblem, shown } from './names';
import { ONE_VM_AT_ONCE } from './one-vm';
import { fitted } from './text';
import { defineTool, type ToolResult } from './tool';

const output = z.looseObject({
  outcome: z.string(),
  message: z.string().optional(),
  status: z.string(),
  meaning: z.string(),
  normal: z.boolean(),
  since: z.string().optional(),
  next: z.string(),
  asOf: z.string(),
});

const nothing = (
  outcome: Exclude<StatusExplanation['outcome'], 'ok'>,
  message: Message,
  now: number,
): ToolResult => {
  const sentence = english(message);
  const structured: StatusExplanation = {
    outcome,
    message: sentence,
    messageMessage: message,
    status: '',
    meaning: sentence,
    meaningMessage: message,
    normal: false,
    next: sentence,
    nextMessage: message,
    asOf: formatTime(now),
  };
  return { text: sentence, structured, outcome };
};

export const explainVmStatus = defineTool({
  name: 'explain_vm_status',
  title: 'Explain the status of a virtual machine',
  description:
    'Say in plain words what the status of one virtual machine (VM) means, such as ErrorUnschedulable, Provisioning, WaitingForVolumeBinding, Paused or Migrating: whether it is normal, since when, and what to do next. Use it for a quick question about the state of a VM; diagnose_vm_error finds the cause of a problem.',
  input: {
    namespace: z.string().describe('Namespace (project) of the VM.'),
    vmName: z.string().describe('Name of the VM.'),
  },
  output,
  atOnce: ONE_VM_AT_ONCE,
  target: ({ namespace, vmName }) => `${shown(namespace)}/${shown(vmName)}`,
  run: async (request, { reader, now }) => {
    const problem = nameProblem(request.namespace, request.vmName);
    if (problem !== undefined) return nothing('not_found', problem, now);
    const structured = await explainStatus(reader, request, now, { forModel: true });
    return { text: fitted(statusText(structured)), structured, outcome: structured.outcome };
  },
  unavailable: (_input, message, now) => nothing('unavailable', message, now),
});
