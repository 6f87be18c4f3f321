import { request } from 'undici';
import { apiClient, type Answer } from '../api-client';
import { startBudget } from '../budget';
import { SetupError, type KubeTarget } from '../cluster';
import { connectTo, type Connection } from '../connection';

const PAGE_PATIENCE = 30_000;
/** Bookmarks come about once a minute: a watch that is silent for longer may be cut off. */
const SILENCE = 150_000;

/** What a watch answered: its text as it comes, or the HTTP status of the refusal. */
export type WatchAnswer =
  | { readonly kind: 'stream'; readonly texts: AsyncIterable<string> }
  | { readonly kind: 'refused'; readonly status: number };

/** The API server as the sidecar itself, for the shared cache and for no caller. */
export type OwnApi = {
  readonly page: (path: string, signal: AbortSignal) => Promise<Answer>;
  /** Rejects when no answer came. */
  readonly watch: (path: string, signal: AbortSignal) => Promise<WatchAnswer>;
  /** Throws `SetupError` when the identity cannot be used at all. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const NO_IDENTITY =
  'CACHE=watch needs an identity of its own; give a kubeconfig with one or run with a service account.';

async function* textsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
}

export const ownApi = ({ cluster, identity }: KubeTarget): OwnApi => {
  let opened: Connection | undefined;

  // Its own sockets: they may carry a client certificate, which callers' connections never do.
  const open = async (): Promise<{ connection: Connection; token?: string }> => {
    const { token, ...certificate } = await identity.resolve();
    if (token === undefined && certificate.certificate === undefined) {
      throw new SetupError(NO_IDENTITY);
    }
    opened ??= connectTo(cluster, certificate);
    return { connection: opened, ...(token === undefined ? {} : { token }) };
  };

  return {
    page: async (path, signal) => {
      const own = await open();
      const budget = startBudget(PAGE_PATIENCE, signal);
      try {
        return await apiClient({ ...own, budget }).send({ path });
      } finally {
        budget.end();
      }
    },
    watch: async (path, signal) => {
      const { connection, token } = await open();
      const { statusCode, body } = await request(`${cluster.server}${path}`, {
        dispatcher: connection.dispatcher,
        headers: {
          accept: 'application/json',
          'user-agent': 'cnv-diagnostic',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        bodyTimeout: SILENCE,
        signal,
      });
      if (statusCode !== 200) {
        await body.dump();
        return { kind: 'refused', status: statusCode };
      }
      return { kind: 'stream', texts: textsOf(body) };
    },
    check: async () => {
      await open();
    },
    close: async () => opened?.close(),
  };
};
