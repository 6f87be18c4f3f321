import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds once, and outside of Jest: what webpack caches inside of it, nothing else can read. */
const setup = () => {
  const script = join(import.meta.dirname, 'build.ts');
  execFileSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
};

export default setup;
