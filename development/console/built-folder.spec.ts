import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFolder } from './built-folder';

let root: string;
let cache: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'built-'));
  cache = join(root, 'cache');
  await writeFile(join(root, 'source.ts'), 'a');
});

afterEach(() => rm(root, { recursive: true }));

const write = async (folder: string): Promise<void> => {
  await writeFile(join(folder, 'out.js'), await readFile(join(root, 'source.ts')));
};

const run = (build = write) =>
  builtFolder(cache, 'part', [join(root, 'source.ts'), join(root, 'absent')], build);

it('builds once and again after a change, each into a folder of its own', async () => {
  const first = await run();
  expect(first.built).toBe(true);
  expect(await run()).toEqual({ folder: first.folder, built: false });
  await writeFile(join(root, 'source.ts'), 'longer');
  const second = await run();
  expect(second.built).toBe(true);
  expect(await readFile(join(first.folder, 'out.js'), 'utf8')).toBe('a');
  expect(await readFile(join(second.folder, 'out.js'), 'utf8')).toBe('longer');
});

it('leaves nothing behind when a build fails', async () => {
  await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(cache)).toEqual([]);
});

it('takes the other’s folder when two build at once', async () => {
  const [one, other] = await Promise.all([run(), run()]);
  expect(one.folder).toBe(other.folder);
  expect(await readdir(cache)).toHaveLength(1);
});

it('keeps the newest folders only', async () => {
  for (let size = 1; size <= 6; size += 1) {
    await writeFile(join(root, 'source.ts'), 'x'.repeat(size));
    await run();
  }
  expect(await readdir(cache)).toHaveLength(4);
});
