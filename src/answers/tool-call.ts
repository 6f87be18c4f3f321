import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { at, flagAt, isRecord, textAt } from '@cnv-ai/engine/kubernetes';
import { httpFailure } from './http-failure';
import { LIGHTSPEED, OUR_SERVER } from './lightspeed-api';

export type ToolName = 'search_vms_semantic' | 'diagnose_vm_error' | 'diagnose_vm_fleet';

/** The answer of an MCP tool, by either road. */
export type ToolAnswer = { readonly failed: boolean; readonly structured: unknown };

/**
 * A road to the sidecar did not lead there. `lasting`: it will not before the page is loaded again
 * (not installed, not configured, not allowed); otherwise it may work again later.
 */
export class RoadClosed extends Error {
  readonly lasting: boolean;

  constructor(message: string, lasting: boolean) {
    super(message);
    this.name = 'RoadClosed';
    this.lasting = lasting;
  }
}

/** A way to call a tool of the sidecar with the user's own token. Rejects with `RoadClosed`. */
export type Road = (
  tool: ToolName,
  args: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<ToolAnswer>;

/** Statuses that do not change by waiting: no route or server, no access, method not known. */
const LASTING = new Set([401, 403, 404, 405, 422, 501]);

const post = async (
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<unknown> => {
  try {
    const response = await consoleFetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal,
    });
    const answer: unknown = await response.json();
    return answer;
  } catch (error) {
    const { code, message } = httpFailure(error);
    throw new RoadClosed(message, code !== undefined && LASTING.has(code));
  }
};

const LIGHTSPEED_TOOLS = `${LIGHTSPEED}/v1/mcp-apps/tools/call`;

/** Through Lightspeed's endpoint for MCP apps: no model, no conversation, no quota. */
export const throughLightspeed: Road = async (tool, args, signal) => {
  const body = { server_name: OUR_SERVER, tool_name: tool, arguments: args };
  const answer = await post(LIGHTSPEED_TOOLS, body, {}, signal);
  if (!Array.isArray(at(answer, 'content'))) {
    throw new RoadClosed('Lightspeed answered a tool call with something else.', false);
  }
  return {
    failed: flagAt(answer, 'is_error') === true,
    structured: at(answer, 'structured_content'),
  };
};

const SIDECAR = '/api/proxy/plugin/cnv-ai-plugin/diagnostic/mcp';

/** Straight to the sidecar through the plugin's own proxy; it is stateless and answers JSON. */
export const throughPluginProxy: Road = async (tool, args, signal) => {
  const body = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    // For the page of a user, no model: names as they are.
    params: { name: tool, arguments: args, _meta: { 'cnv-ai.kubevirt.io/names': 'real' } },
  };
  // A Streamable HTTP server refuses a client that does not accept both forms.
  const headers = {
    Accept: 'application/json, text/event-stream',
    'MCP-Protocol-Version': '2025-06-18',
  };
  const answer = await post(SIDECAR, body, headers, signal);
  const result = at(answer, 'result');
  if (!isRecord(result)) {
    throw new RoadClosed(
      textAt(answer, 'error', 'message') ?? 'The sidecar answered something that is not a result.',
      false,
    );
  }
  return {
    failed: flagAt(result, 'isError') === true,
    structured: at(result, 'structuredContent'),
  };
};
