import { z } from 'zod';
import { checkStorage, storageText } from '@cnv-ai/engine/diagnosis';
import { nameProblem, namespaceProblem } from './names';
import { ANSWERED, looseList, ONE_VM_AT_ONCE, refusing, targetVm } from './one-vm';
import { fitted } from './text';
import { defineTool } from './tool';

const refuse = refusing({ volumes: [], storageClasses: [], findings: [], unchecked: [] });

export const checkVmStorage = defineTool({
  name: 'check_vm_storage',
  title: 'Check storage of virtual machines',
  description:
    'Check the storage of one virtual machine (VM), of a project, or of one storage class: volumes, claims, access modes, sizes, phases, default class, binding mode, snapshot support, and storage problems found. Use it for questions about disks, PVCs, DataVolumes, imports, or why a snapshot or live migration needs other storage.',
  input: {
    namespace: z.string().describe('Namespace (project).'),
    vmName: z.string().optional().describe('Only the disks of this VM.'),
    storageClass: z.string().optional().describe('Only this storage class.'),
  },
  output: z.looseObject({
    ...ANSWERED,
    volumes: looseList,
    storageClasses: looseList,
    findings: looseList,
    unchecked: looseList,
  }),
  atOnce: ONE_VM_AT_ONCE,
  target: targetVm,
  run: async (request, { reader, now }) => {
    const { namespace, vmName } = request;
    const problem =
      vmName === undefined ? namespaceProblem(namespace) : nameProblem(namespace, vmName);
    if (problem !== undefined) return refuse('not_found', problem, now);
    const structured = await checkStorage(reader, request, now, { forModel: true });
    return {
      text: fitted(storageText(structured)),
      structured,
      outcome: structured.outcome,
      rootCauseIds: structured.findings.map(({ id }) => id),
    };
  },
  unavailable: (_input, message, now) => refuse('unavailable', message, now),
});
