import { itTellsOfItsImports } from '../../testing/importers';
import { importerNoDiskInContainer } from './importer-no-disk-in-container';

describe('importer-no-disk-in-container', () => {
  itTellsOfItsImports(importerNoDiskInContainer);
});
