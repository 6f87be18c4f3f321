import { createServer, request } from 'node:http';

/**
 * A door for clients that cannot be told a token: it adds one, and passes everything else on as it
 * came, Host and Origin included.
 */
export const startGate = async (target: string, token: string) => {
  const { port, hostname } = new URL(target);
  const server = createServer((incoming, answer) => {
    const { method, url: path, headers } = incoming;
    const passed = { ...headers, authorization: `Bearer ${token}` };
    const onward = request({ hostname, port, method, path, headers: passed }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.once('error', () => answer.destroy());
    answer.once('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${own ?? 0}`,
    close: async (): Promise<void> => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};
