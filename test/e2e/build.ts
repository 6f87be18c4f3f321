import { buildAll, buildNeighbour } from '../../development/build';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

// What all browser tests serve: the plugin as it is released.
await Promise.all([buildAll(say, true), buildNeighbour(say)]);
