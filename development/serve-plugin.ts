import { createServer } from 'node:http';
import { buildAll } from './build';
import { sendFile } from './console/server/files';
import { portTaken } from './console/server/start';

/** Where `start-console.sh` tells a console to look for the plugin. */
const PORT = 9001;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Serves the plugin as its own server would on a cluster, for a console on this machine. */
const serve = async (): Promise<void> => {
  const { pluginDirectory } = await buildAll(say);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void sendFile(response, pluginDirectory, decodeURIComponent(pathname).slice(1), {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-cache',
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portTaken(error, PORT)));
    server.listen(PORT, resolve);
  });
  say(`plugin: http://localhost:${PORT}`);
  say('In another terminal: ./start-console.sh');
};

serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
