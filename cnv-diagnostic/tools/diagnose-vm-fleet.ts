import { setImmediate as pause } from 'node:timers/promises';
import { z } from 'zod';
import { diagnoseFleet, fleetText, noFleet } from '@cnv-ai/engine/fleet';
import { namespacesProblem } from './names';
import { ANSWERED, loose, looseList } from './one-vm';
import { fitted } from './text';
import { defineTool, type ToolResult } from './tool';

/** Of a call's time: what is left to group and write what was found, in milliseconds. */
const RESERVE = 400;

const refuse = (...reason: Parameters<typeof noFleet>): ToolResult => {
  const structured = noFleet(...reason);
  return { text: fleetText(structured), structured, outcome: structured.outcome };
};

export const diagnoseVmFleet = defineTool({
  name: 'diagnose_vm_fleet',
  title: 'Diagnose all failing virtual machines',
  description:
    'Diagnose every failing virtual machine (VM) the user may see and group them by root cause and by what they have in common: storage class, node, quota, image, network. Use it for "which VMs have problems", "why do so many VMs fail" or the health of a project or cluster; diagnose_vm_error explains one VM.',
  olsUi: 'cnv-diagnostic/fleet',
  input: {
    namespaces: z.array(z.string()).max(100).optional().describe('Names or wildcards.'),
    labelSelector: z.string().optional().describe('Kubernetes label selector.'),
    limit: z.number().optional().describe('VMs diagnosed for one answer: 1000 at most.'),
    cursor: z.string().optional().describe('nextCursor of the page before.'),
  },
  output: z.looseObject({
    ...ANSWERED,
    nextCursor: z.string().optional(),
    byVerdict: loose,
    scope: loose,
    groups: looseList,
    total: z.number(),
    remaining: z.number(),
    unchecked: looseList,
  }),
  // Each holds lists of many kinds while it is diagnosed.
  atOnce: 2,
  target: ({ namespaces }) =>
    namespaces === undefined || namespacesProblem(namespaces) !== undefined
      ? 'virtual machines'
      : `virtual machines in ${namespaces.join(',')}`,
  run: async (request, { reader, inventory, remaining, now, progress }) => {
    const problem = namespacesProblem(request.namespaces ?? []);
    if (problem !== undefined) return refuse('unavailable', problem, now);
    const { namespaces = [], ...rest } = request;
    const asked = namespaces.length === 0 ? rest : { ...rest, namespaces };
    const fleet = await diagnoseFleet(reader, asked, now, {
      forModel: true,
      hasTime: () => remaining() > RESERVE,
      pause,
      signs: inventory.signs,
      progress,
    });
    return {
      text: fitted(fleetText(fleet)),
      structured: fleet,
      outcome: fleet.outcome,
      rootCauseIds: [...new Set(fleet.groups.map(({ rootCauseId }) => rootCauseId))],
    };
  },
  unavailable: (_input, message, now) => refuse('unavailable', message, now),
});
