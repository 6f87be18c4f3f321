import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { switches } from './switches';
import { temporaryFolder } from './testing/kubeconfig';
import { cleanup } from './testing/serving';

const done = cleanup();
afterEach(done.run);

const settings = () => {
  let now = 0;
  const file = join(temporaryFolder(done), 'settings.json');
  return {
    write: (text: string) => writeFileSync(file, text),
    remove: () => rmSync(file),
    wait: (milliseconds: number) => (now += milliseconds),
    ...switches(file, () => now),
  };
};

describe('the switches', () => {
  it('are on without a file', async () => {
    expect(await switches(undefined).isEnabled()).toBe(true);
    expect(await settings().isEnabled()).toBe(true);
  });

  it('are read by all calls that come at once', async () => {
    const { write, isEnabled } = settings();
    write('{"enabled":false}');
    expect(await Promise.all([isEnabled(), isEnabled()])).toEqual([false, false]);
  });

  it('follow the file within 60 s', async () => {
    const { write, wait, isEnabled } = settings();
    write('{"ai":true,"enabled":true}');
    expect(await isEnabled()).toBe(true);
    write('{"ai":true,"enabled":false}');
    wait(60_000);
    expect(await isEnabled()).toBe(false);
  });

  it('do not mind ai: no answer of the sidecar comes from a model', async () => {
    const { write, isEnabled } = settings();
    write('{"ai":false,"enabled":true}');
    expect(await isEnabled()).toBe(true);
  });

  it.each<[string, (file: ReturnType<typeof settings>) => void]>([
    ['is half written', ({ write }) => write('{"ena')],
    ['is gone for a moment', ({ remove }) => remove()],
  ])('keep the last known state while the file %s', async (_, spoil) => {
    const file = settings();
    file.write('{"enabled":false}');
    expect(await file.isEnabled()).toBe(false);
    spoil(file);
    file.wait(60_000);
    expect(await file.isEnabled()).toBe(false);
  });
});
