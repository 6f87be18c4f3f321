import { run } from '../../testing/factories';
import { failingImport, itTellsOfItsImports } from '../../testing/importers';
import { importerImageTooLarge } from './importer-image-too-large';

describe('importer-image-too-large', () => {
  itTellsOfItsImports(importerImageTooLarge);

  it.each([
    ['write /dev/cdi-block-volume: no space left on device', 1],
    ['write /scratch/disk.qcow2: no space left on device', 0],
  ])('%s', (text, count) => {
    expect(run(importerImageTooLarge, failingImport(text))).toHaveLength(count);
  });

  it('corrects the size in the template, with what a file system takes on top', () => {
    const [finding] = run(
      importerImageTooLarge,
      failingImport(
        'virtual image size 42949672960 is larger than the reported available storage 1.',
      ),
    );
    expect(finding?.fixes[0]?.command).toContain('"value":"43Gi"');
    expect(finding?.fixes.every(({ risk }) => risk === 'manual')).toBe(true);
  });
});
