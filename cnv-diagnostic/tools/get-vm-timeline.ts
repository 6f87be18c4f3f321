import { z } from 'zod';
import { readTimeline, timelineText } from '@cnv-ai/engine/diagnosis';
import { nameProblem } from './names';
import { ANSWERED, looseList, ONE_VM, ONE_VM_AT_ONCE, refusing, targetVm } from './one-vm';
import { fitted } from './text';
import { defineTool } from './tool';

const refuse = refusing({ timeline: [], omitted: 0, unchecked: [] });

export const getVmTimeline = defineTool({
  name: 'get_vm_timeline',
  title: 'Show what happened to a virtual machine',
  description:
    'Show what happened to one virtual machine (VM) in one order of time: events of the VM, its instance, pods, disks, imports and live migrations, phase changes and creations. Use it for "what happened", "since when" and "what changed" questions; diagnose_vm_error finds the cause.',
  input: {
    ...ONE_VM,
    since: z.string().optional().describe('RFC 3339 time, or 30m, 24h, 7d ago.'),
    limit: z.number().optional().describe('Newest entries to show: 50, at most 100.'),
  },
  output: z.looseObject({
    ...ANSWERED,
    timeline: looseList,
    omitted: z.number(),
    unchecked: looseList,
  }),
  atOnce: ONE_VM_AT_ONCE,
  target: targetVm,
  run: async (request, { reader, now }) => {
    const problem = nameProblem(request.namespace, request.vmName);
    if (problem !== undefined) return refuse('not_found', problem, now);
    const structured = await readTimeline(reader, request, now, { forModel: true });
    return { text: fitted(timelineText(structured)), structured, outcome: structured.outcome };
  },
  unavailable: (_input, message, now) => refuse('unavailable', message, now),
});
