import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { create, Header } from 'tar';
import { stringify } from 'yaml';
import { nameOf, RESOURCES } from '@cnv-ai/engine/kubernetes';
import { temporaryFolder } from '../testing/kubeconfig';
import { cleanup } from '../testing/serving';
import { virtualMachine } from '../testing/vms';
import { isArchive, unpack } from './archive';
import { openFolder } from './folder';

const done = cleanup();
afterEach(done.run);

const VM = stringify(virtualMachine('shop', 'web'));
const WHERE = 'must-gather.local.1/quay-io-image-sha256-1/namespaces/shop';

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const root = temporaryFolder(done);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};

const archiveOf = async (root: string, name: string, gzip: boolean): Promise<string> => {
  const file = join(temporaryFolder(done), name);
  await create({ file, cwd: root, gzip }, ['.']);
  return file;
};

type Entry = { readonly path: string; readonly text?: string; readonly size?: number } & (
  { readonly type?: 'File' } | { readonly type: 'SymbolicLink' | 'Link'; readonly linkpath: string }
);

/** An archive as no program makes it: each entry with whatever name and target is wished for. */
const madeUp = (
  name: string,
  entries: readonly Entry[],
  pack = (bytes: Buffer) => bytes,
): string => {
  const blocks = entries.flatMap(({ text = '', size = text.length, type = 'File', ...rest }) => {
    const header = new Header({ mode: 0o644, ...rest, type, size });
    header.encode();
    const padding = Buffer.alloc((512 - (text.length % 512)) % 512);
    return [header.block ?? Buffer.alloc(0), Buffer.from(text), padding];
  });
  const file = join(temporaryFolder(done), name);
  writeFileSync(file, pack(Buffer.concat([...blocks, Buffer.alloc(1024)])));
  return file;
};

const left = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('must-gather-'));

const namesIn = async (file: string): Promise<unknown> => {
  const { folder, remove } = await unpack(file);
  try {
    const { reader } = await openFolder(folder);
    return await reader.list(RESOURCES.virtualMachines, {}, nameOf);
  } finally {
    remove();
  }
};

describe('an archive', () => {
  const files = {
    [`${WHERE}/kubevirt.io/virtualmachines/web.yaml`]: VM,
    [`${WHERE}/pods/launcher/compute/compute/logs/current.log`]: 'one\n',
    [`${WHERE}/apps/deployments.yaml`]: 'nobody reads this',
    'must-gather.local.1/event-filter.html': '<html></html>',
  };

  it.each([
    ['x.tar', false],
    ['x.tar.gz', true],
    ['x.tgz', true],
  ])('is read as the folder in it: %s', async (name, gzip) => {
    const before = left();
    const file = await archiveOf(folderWith(files), name, gzip);
    expect(isArchive(file)).toBe(true);
    expect(await namesIn(file)).toEqual({ state: 'ok', value: ['web'] });
    expect(left()).toEqual(before);
  });

  it('is unpacked without what nobody reads', async () => {
    const { folder, remove } = await unpack(await archiveOf(folderWith(files), 'x.tar', false));
    expect(existsSync(join(folder, WHERE, 'apps'))).toBe(false);
    expect(existsSync(join(folder, WHERE, 'pods/launcher/compute/compute/logs/current.log'))).toBe(
      false,
    );
    expect(existsSync(join(folder, 'must-gather.local.1/event-filter.html'))).toBe(false);
    remove();
    expect(existsSync(folder)).toBe(false);
  });

  it('is no folder that is named like one', () => {
    expect(isArchive(folderWith({ 'x.tar/vm.yaml': VM }))).toBe(false);
    expect(isArchive(join(folderWith({ 'x.tar/vm.yaml': VM }), 'x.tar'))).toBe(false);
  });
});

describe('a hostile archive', () => {
  const good: Entry = { path: 'vm.yaml', text: VM };
  const other = stringify(virtualMachine('bank', 'vault'));

  it.each<[string, readonly Entry[]]>([
    ['a way up', [{ path: '../../../escaped.yaml', text: other }]],
    ['a way up in the middle', [{ path: 'a/../../escaped.yaml', text: other }]],
    ['an absolute path', [{ path: '/tmp/escaped.yaml', text: other }]],
    ['a backslash', [{ path: '..\\escaped.yaml', text: other }]],
    ['a link', [{ path: 'link.yaml', type: 'SymbolicLink', linkpath: '/etc/hostname' }]],
    ['a hard link', [{ path: 'hard.yaml', type: 'Link', linkpath: '/etc/hostname' }]],
    [
      'a file behind a link',
      [
        { path: 'out', type: 'SymbolicLink', linkpath: '/tmp' },
        { path: 'out/escaped.yaml', text: other },
      ],
    ],
  ])('puts nothing outside: %s', async (_, entries) => {
    const { folder, remove } = await unpack(madeUp('x.tar', [good, ...entries]));
    const found = readdirSync(folder, { recursive: true, withFileTypes: true });
    expect(found.filter((entry) => entry.isSymbolicLink())).toEqual([]);
    expect(found.map(({ name }) => name)).toContain('vm.yaml');
    remove();
    for (const place of ['/tmp/escaped.yaml', join(dirname(folder), 'escaped.yaml')])
      expect(existsSync(place)).toBe(false);
  });

  it('cannot make a small file large', async () => {
    const zeros = { path: 'bomb.yaml', text: 'x'.repeat(48 * 1024 * 1024) };
    const before = left();
    await expect(unpack(madeUp('x.tar.gz', [good, zeros], gzipSync))).rejects.toThrow(
      /no tar archive that can be read/,
    );
    expect(left()).toEqual(before);
  });

  it('cannot claim to be larger than any must-gather', async () => {
    const claims = Array.from({ length: 3 }, (_, index) => ({
      path: `${index}.html`,
      size: 2 ** 33 - 1,
    }));
    const before = left();
    await expect(unpack(madeUp('x.tar', claims))).rejects.toThrow(/no tar archive|holds more than/);
    expect(left()).toEqual(before);
  });

  it.each<[string, () => string]>([
    ['text', () => join(folderWith({ 'x.tar': 'hello' }), 'x.tar')],
    ['bytes', () => madeUp('x.tar.gz', [], () => Buffer.from([31, 139, 8, 0, 1, 2, 3]))],
  ])('that is none gets one sentence: %s', async (_, file) => {
    await expect(namesIn(file())).rejects.toThrow(/^.{10,200}$/);
  });

  it('that is a link to one is read like one', async () => {
    const file = await archiveOf(folderWith({ 'vm.yaml': VM }), 'x.tar', false);
    const link = join(temporaryFolder(done), 'y.tar');
    symlinkSync(file, link);
    expect(await namesIn(link)).toEqual({ state: 'ok', value: ['web'] });
  });
});
