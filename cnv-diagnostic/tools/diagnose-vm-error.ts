import { z } from 'zod';
import { english, type Message } from '@cnv-ai/engine/messages';
import { formatTime } from '@cnv-ai/engine/kubernetes';
import {
  diagnose,
  diagnosisText,
  type Diagnosis,
  type DiagnosisRequest,
  type Verdict,
} from '@cnv-ai/engine/diagnosis';
import { cut } from '@cnv-ai/engine/redaction';
import { nameProblem, shown } from './names';
import { ONE_VM_AT_ONCE } from './one-vm';
import { fitted } from './text';
import { defineTool, type ToolResult } from './tool';

/** Of a text somebody pasted; what matters stands at its beginning. */
const LONGEST_HINT = 4000;

/** The request with its free texts at a length worth reading. */
const bounded = ({ condition, error, question, ...vm }: DiagnosisRequest): DiagnosisRequest => {
  const short = (text: string): string => cut(text, LONGEST_HINT);
  return {
    ...vm,
    ...(error === undefined ? {} : { error: short(error) }),
    ...(question === undefined ? {} : { question: short(question) }),
    ...(condition === undefined
      ? {}
      : {
          condition: {
            ...condition,
            ...(condition.message === undefined ? {} : { message: short(condition.message) }),
          },
        }),
  };
};

const condition = z
  .object({
    type: z.string(),
    status: z.string().optional(),
    reason: z.string().optional(),
    message: z.string().optional(),
  })
  .optional()
  .describe('The condition the question is about.');

const loose = z.array(z.looseObject({}));

const output = z.looseObject({
  vm: z.looseObject({}),
  verdict: z.string(),
  summary: z.string(),
  rootCauses: loose,
  checks: loose,
  suggestions: loose,
  timeline: loose,
  graph: z.looseObject({}),
  unchecked: loose,
  observedAt: z.string(),
});

/** A diagnosis that read nothing; the summary says why. */
const nothing = (
  { namespace, vmName }: DiagnosisRequest,
  verdict: Verdict,
  message: Message,
  now: number,
): ToolResult => {
  const structured: Diagnosis = {
    vm: { namespace: shown(namespace), name: shown(vmName) },
    verdict,
    summary: english(message),
    summaryMessage: message,
    rootCauses: [],
    checks: [],
    suggestions: [],
    timeline: [],
    graph: { nodes: [], edges: [] },
    unchecked: [],
    observedAt: formatTime(now),
  };
  return { text: english(message), structured, outcome: verdict };
};

export const diagnoseVmError = defineTool({
  name: 'diagnose_vm_error',
  title: 'Diagnose a virtual machine',
  description:
    'Find out why one virtual machine (VM) does not work: not starting, stuck, crashing, unschedulable, disk or image import failing, network, snapshot or live migration blocked. Gives the root cause with evidence, the checks made and fixes with commands. Use it first for any VM error; it reads all it needs itself.',
  olsUi: 'cnv-diagnostic/diagnosis',
  input: {
    namespace: z.string().describe('Namespace (project) of the VM.'),
    vmName: z.string().describe('Name of the VM.'),
    condition,
    error: z.string().optional().describe('The error text the user saw.'),
    question: z.string().optional().describe('For example "why can\'t it migrate".'),
  },
  output,
  atOnce: ONE_VM_AT_ONCE,
  target: ({ namespace, vmName }) => `${shown(namespace)}/${shown(vmName)}`,
  run: async (request, { reader, now }) => {
    const problem = nameProblem(request.namespace, request.vmName);
    if (problem !== undefined) return nothing(request, 'not_found', problem, now);
    const diagnosis = await diagnose(reader, bounded(request), now, { forModel: true });
    return {
      text: fitted(diagnosisText(diagnosis)),
      structured: diagnosis,
      outcome: diagnosis.verdict,
      rootCauseIds: diagnosis.rootCauses.map(({ id }) => id),
    };
  },
  unavailable: (request, message, now) => nothing(request, 'unavailable', message, now),
});
