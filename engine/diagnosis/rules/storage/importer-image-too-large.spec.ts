import { run } from '../../testing/factories';
import { failingImport, itTellsOfItsImports } from '../../testing/importers';
import { importerImageTooLarge } from './importer-image-too-large';

describe('importer-image-too-large', () => {
  itTellsOfItsImports(importerImageTooLarge);

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
