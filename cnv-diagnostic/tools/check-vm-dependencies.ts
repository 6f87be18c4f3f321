import { z } from 'zod';
import { checkDependencies, dependenciesText } from '@cnv-ai/engine/diagnosis';
import { nameProblem } from './names';
import { ANSWERED, looseList, ONE_VM, ONE_VM_AT_ONCE, refusing, targetVm } from './one-vm';
import { fitted } from './text';
import { defineTool } from './tool';

const refuse = refusing({ dependencies: [], unchecked: [] });

export const checkVmDependencies = defineTool({
  name: 'check_vm_dependencies',
  title: 'Check what a virtual machine depends on',
  description:
    'List everything one virtual machine (VM) rests on, running or not: disks, DataVolumes, claims, storage classes, networks, Secrets, ConfigMaps, instance type, preference, launcher pod, node, each with its state. Use it to see whether something a VM needs is missing or broken.',
  input: ONE_VM,
  output: z.looseObject({ ...ANSWERED, dependencies: looseList, unchecked: looseList }),
  atOnce: ONE_VM_AT_ONCE,
  target: targetVm,
  run: async (request, { reader, now }) => {
    const problem = nameProblem(request.namespace, request.vmName);
    if (problem !== undefined) return refuse('not_found', problem, now);
    const structured = await checkDependencies(reader, request, now, { forModel: true });
    return { text: fitted(dependenciesText(structured)), structured, outcome: structured.outcome };
  },
  unavailable: (_input, message, now) => refuse('unavailable', message, now),
});
