/** Streams as the service writes them, event by event. */
const line = (event: string, data: unknown, beside: Record<string, unknown> = {}): string =>
  `data: ${JSON.stringify({ event, data, ...beside })}\n\n`;

export const CONVERSATION = '7bdc09d9-5a3e-4c55-9d53-7c1f5d3e0a11';

export const start = line('start', { conversation_id: CONVERSATION });
export const token = (text: string): string => line('token', { id: 0, token: text });
export const end = line(
  'end',
  {
    referenced_documents: [],
    truncated: false,
    input_tokens: 1546,
    output_tokens: 5,
    reasoning_tokens: 0,
  },
  { available_quotas: { UserQuotaLimiter: 4200 } },
);

export const toolCall = (
  name: string,
  server?: string,
  args: Readonly<Record<string, unknown>> = { namespace: 'ns1', vmName: 'vm1' },
): string =>
  line('tool_call', {
    name,
    args,
    id: 'call_1',
    type: 'tool_call',
    ...(server && { server_name: server }),
  });

export const toolResult = (
  name: string,
  status: string,
  server?: string,
  structured?: unknown,
): string =>
  line('tool_result', {
    id: 'call_1',
    name,
    status,
    content: 'root cause: PVC pending\nsecond block',
    type: 'tool_result',
    round: 1,
    ...(server && { server_name: server }),
    ...(structured === undefined ? {} : { structured_content: structured }),
  });

export const approval = (tool: string): string =>
  line('approval_required', {
    approval_id: '4df3',
    tool_name: tool,
    tool_description: 'Restarts a VM',
    tool_args: {},
    tool_annotation: {},
  });

export const error = (response: string, cause: string, status?: number): string =>
  line('error', { response, cause, ...(status && { status_code: status }) });

/** One tool of ours, an answer with characters of one to four bytes, and events nobody knows. */
export const GROUNDED = [
  start,
  line('history_compression_start', { status: 'started' }),
  line('history_compression_end', { status: 'completed', duration_ms: 12.3 }),
  line('skill_selected', { name: 'kubevirt', confidence: 0.4 }),
  toolCall('diagnose_vm_error', 'cnv-diagnostic'),
  toolResult('diagnose_vm_error', 'success', 'cnv-diagnostic', { summary: 'PVC pending' }),
  line('reasoning', { id: 0, reasoning: 'hm' }),
  token('Le disque « données » '),
  token('は保留中 🧊.\n'),
  line('event_of_tomorrow', { what: 1 }),
  end,
].join('');
