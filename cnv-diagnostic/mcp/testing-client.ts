import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { RunningServer } from '../serve';
import type { Cleanup } from '../testing/serving';

/** The SDK's own client, connected with a user's token. */
export const connectClient = async (
  done: Cleanup,
  { url }: Pick<RunningServer, 'url'>,
  token: string,
): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  done.add(() => client.close());
  return client;
};
