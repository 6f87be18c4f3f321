import { listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { TEAM_NAMESPACES, USERS, VIEWER_NAMESPACES } from '../../development/cluster/users';

/** One call of one user, and what its answer must look like. */
export type Question = {
  readonly user: string;
  readonly token: string;
  readonly tool: string;
  readonly args: object;
};

/** What came back. `wrong` says why an answer is none that this user may get. */
export type Outcome = {
  readonly status: number;
  readonly milliseconds: number;
  readonly wrong?: string;
};

const CALLS: readonly (readonly [string, object])[] = [
  ['search_vms_semantic', { query: 'VMs that are not running' }],
  ['search_vms_semantic', { query: 'running Windows VMs with more than 8 GB of memory' }],
  ['search_vms_semantic', { query: 'how many VMs by status' }],
  ['diagnose_vm_error', { namespace: 'prod-web', vmName: 'frontend-01' }],
];

export const questionOf = (round: number): Question => {
  const [tool, args] = CALLS[round % CALLS.length] ?? ['', {}];
  const { name: user, token } = USERS[round % USERS.length] ?? { name: '', token: '' };
  return { user, token, tool, args };
};

/** Projects each user may see machines in; an administrator sees all. */
const VISIBLE: Readonly<Record<string, readonly string[]>> = {
  'web-team': TEAM_NAMESPACES,
  viewer: VIEWER_NAMESPACES,
};

const foreignRow = (user: string, structured: unknown): string | undefined => {
  const visible = VISIBLE[user];
  if (visible === undefined) return undefined;
  const rows = listAt(structured, 'vms').map((row) => textAt(row, 'namespace') ?? '');
  return rows.find((namespace) => !visible.includes(namespace));
};

const wrongIn = ({ user }: Question, text: string): string | undefined => {
  const answer: unknown = JSON.parse(text);
  const result = recordAt(answer, 'result');
  if (result.structuredContent === undefined) return `no result: ${text.slice(0, 200)}`;
  if (textAt(result.structuredContent, 'verdict') === 'not_found')
    return 'the machine is not there';
  const foreign = foreignRow(user, result.structuredContent);
  return foreign === undefined ? undefined : `${user} was shown a machine of ${foreign}`;
};

/** Asks over `/mcp`. */
export const askAt =
  (url: string) =>
  async (question: Question): Promise<Outcome> => {
    const { token, tool, args } = question;
    const started = performance.now();
    try {
      const response = await fetch(`${url}/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: tool, arguments: args },
        }),
      });
      const text = await response.text();
      const wrong = response.status === 200 ? wrongIn(question, text) : text.slice(0, 200);
      return {
        status: response.status,
        milliseconds: performance.now() - started,
        ...(wrong === undefined ? {} : { wrong }),
      };
    } catch (error) {
      const wrong = error instanceof Error ? error.message : String(error);
      return { status: 0, milliseconds: performance.now() - started, wrong };
    }
  };
