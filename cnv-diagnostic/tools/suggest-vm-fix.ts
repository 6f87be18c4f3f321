import { z } from 'zod';
import { fixesText, suggestFixes } from '@cnv-ai/engine/diagnosis';
import { english, say } from '@cnv-ai/engine/messages';
import { nameProblem } from './names';
import { ANSWERED, looseList, ONE_VM, ONE_VM_AT_ONCE, refusing, targetVm } from './one-vm';
import { fitted } from './text';
import { defineTool } from './tool';

const nothing = say('');
const refuse = refusing({
  summary: english(nothing),
  summaryMessage: nothing,
  fixes: [],
  unchecked: [],
});

export const suggestVmFix = defineTool({
  name: 'suggest_vm_fix',
  title: 'Suggest a fix for a virtual machine',
  description:
    'Suggest how to repair one virtual machine (VM): commands for oc and virtctl with their risk and effect, and patches that the API server has checked by a dry run with the permissions of the user. Changes nothing. Use it after diagnose_vm_error, when the user asks how to fix or repair the VM.',
  input: {
    ...ONE_VM,
    rootCauseId: z
      .string()
      .optional()
      .describe('Only fixes of this root cause of diagnose_vm_error.'),
  },
  output: z.looseObject({
    ...ANSWERED,
    summary: z.string(),
    fixes: looseList,
    unchecked: looseList,
  }),
  atOnce: ONE_VM_AT_ONCE,
  target: targetVm,
  run: async (request, { reader, dryRun, now }) => {
    const problem = nameProblem(request.namespace, request.vmName);
    if (problem !== undefined) return refuse('not_found', problem, now);
    const structured = await suggestFixes(reader, request, now, { forModel: true, dryRun });
    return { text: fitted(fixesText(structured)), structured, outcome: structured.outcome };
  },
  unavailable: (_input, message, now) => refuse('unavailable', message, now),
});
