import { buildAll, buildNeighbour } from '../../development/build';

/** Builds what all browser tests serve, the plugin as it is released. */
const progress = (line: string): void => void process.stdout.write(`${line}\n`);

await Promise.all([buildAll(progress, true), buildNeighbour(progress)]);
