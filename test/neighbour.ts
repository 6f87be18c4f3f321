import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npmTools } from './npm-tools';

export const NEIGHBOUR = 'kubernetes-mcp-server';

/** The version that all figures beside it are for. */
const VERSION = '0.0.67';

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/**
 * The Go program of the real kubernetes-mcp-server, 75 MB the first time: the script that npm puts
 * in front of it would only pass signals on. Throws when npm cannot provide it.
 */
export const neighbourProgram = (): string => {
  const modules = npmTools([`${NEIGHBOUR}@${VERSION}`]);
  if (modules === undefined) throw new Error(`npm could not provide ${NEIGHBOUR}; see above.`);
  const system = `${process.platform}-${ARCHITECTURES[process.arch] ?? process.arch}`;
  const name = `${NEIGHBOUR}-${system}`;
  return createRequire(join(modules, 'anything.js')).resolve(`${name}/bin/${name}`);
};
