import { request } from 'undici';
import type { Cluster, Credentials } from '../../cnv-diagnostic/kubernetes/cluster';
import { connectTo, type Connection } from '../../cnv-diagnostic/kubernetes/connection';

export type Reply = { readonly code: number; readonly text: string; readonly body: unknown };

export type Sent = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly json?: unknown;
  readonly accept?: string;
  readonly contentType?: string;
  /** Ends an answer that does not end by itself; what came until then is the text. */
  readonly until?: (text: string) => boolean;
};

export type Send = (path: string, sent?: Sent) => Promise<Reply>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const sendTo =
  (connection: Connection, token: string | undefined): Send =>
  async (path, { method = 'GET', json, accept, contentType, until } = {}) => {
    const { statusCode, body } = await request(`${connection.cluster.server}${path}`, {
      dispatcher: connection.dispatcher,
      method,
      headers: {
        accept: accept ?? 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'content-type': contentType ?? 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    let text = '';
    for await (const chunk of body.setEncoding('utf8')) {
      text += String(chunk);
      if (until?.(text)) break;
    }
    return { code: statusCode, text, body: parsed(text) };
  };

/** Plain requests to an API server, as a program without this product's code would send them. */
export const requests = (cluster: Cluster) => {
  const opened: Connection[] = [];
  return {
    /** As the owner of a token or of a client certificate, or as nobody. */
    as: ({ token, ...certificate }: Credentials = {}): Send => {
      const connection = connectTo(cluster, certificate);
      opened.push(connection);
      return sendTo(connection, token);
    },
    close: async (): Promise<void> => {
      for (const connection of opened.splice(0)) await connection.close();
    },
  };
};
