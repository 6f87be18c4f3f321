import { itTellsOfItsImports } from '../../testing/importers';
import { importerChecksumMismatch } from './importer-checksum-mismatch';

describe('importer-checksum-mismatch', () => {
  itTellsOfItsImports(importerChecksumMismatch);
});
