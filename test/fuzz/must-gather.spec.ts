import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { diagnose } from '@cnv-ai/engine/diagnosis';
import { objectReader, refOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { readInventory, searchInventory } from '@cnv-ai/engine/search';
import { stringify } from 'yaml';
import { SetupError } from '../../cnv-diagnostic/kubernetes/cluster';
import { openFolder } from '../../cnv-diagnostic/offline/folder';
import { temporaryFolder } from '../../cnv-diagnostic/testing/kubeconfig';
import { cleanup } from '../../cnv-diagnostic/testing/serving';
import { loadScenarios } from '../../development/scenarios/load';
import { mutated } from './mutated';
import { runs } from './runs';

jest.setTimeout(300_000);

const NOW = Date.parse('2026-11-20T14:30:00Z');
const done = cleanup();
afterAll(done.run);
const root = temporaryFolder(done);

const scenarios = loadScenarios(NOW).filter(({ expect: { verdict } }) => verdict === 'problem');

/** Everything that is asked of a folder; a mistake in it may be told, in one sentence. */
const expectRead = async (namespace: string, vmName: string): Promise<void> => {
  try {
    const { reader, now, skipped } = await openFolder(root);
    for (const line of skipped) expect(line.length).toBeLessThanOrEqual(200);
    const found = await diagnose(reader, { namespace, vmName }, now);
    expect(found.summary).not.toBe('');
    const inventory = await readInventory(reader, { now });
    const query = 'VMs that failed to start in the last hour';
    expect(searchInventory(inventory, { query }, now).outcome).toBeDefined();
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    expect(error instanceof Error ? error.message.length : 0).toBeLessThanOrEqual(200);
  }
};

const write = (files: Readonly<Record<string, string | Buffer>>): void => {
  rmSync(root, { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
  }
};

const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 20 }))
    .map(([at, length, put]) => `${text.slice(0, at)}${put}${text.slice(at + length)}`);

it('any bytes in any file are read or passed over', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        'a.yaml',
        'namespaces/shop/core/pods.yaml',
        'b.json',
        'c.yaml.gz',
        'timestamp',
      ),
      fc.uint8Array({ maxLength: 400 }),
      async (path, bytes) => {
        write({ [path]: Buffer.from(bytes), 'd.yaml.gz': gzipSync(bytes) });
        await expectRead('shop', 'web');
      },
    ),
    runs(60),
  ));

it('a damaged file of a must-gather is read as far as it goes', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...scenarios),
      fc.infiniteStream(fc.nat()),
      async (scenario, seeds) => {
        const text = scenario.objects.map((object) => stringify(object)).join('---\n');
        const [changed = text] = fc.sample(damaged(text), { numRuns: 1, seed: seeds.next().value });
        write({ 'all.yaml': changed });
        await expectRead(scenario.request.namespace, scenario.request.vmName);
      },
    ),
    runs(60),
  ));

const isObject = (value: unknown): value is KubeObject =>
  typeof value === 'object' && value !== null;

it('objects with anything in any place are diagnosed the same way twice, and nothing is thrown', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...scenarios).chain((scenario) =>
        fc.tuple(
          fc.constant(scenario),
          fc
            .nat(scenario.objects.length - 1)
            .chain((index) => fc.tuple(fc.constant(index), mutated(scenario.objects[index]))),
        ),
      ),
      async ([{ objects, request }, [index, changed]]) => {
        const world = objects.map((object, place) =>
          place === index && isObject(changed) ? changed : object,
        );
        const ask = async () => JSON.stringify(await diagnose(objectReader(world), request, NOW));
        expect(await ask()).toBe(await ask());
        expect(refOf(world[0] ?? {}).kind).toBeDefined();
      },
    ),
    runs(150),
  ));
