import { itTellsOfItsImports } from '../../testing/importers';
import { importerTls } from './importer-tls';

describe('importer-tls', () => {
  itTellsOfItsImports(importerTls);
});
