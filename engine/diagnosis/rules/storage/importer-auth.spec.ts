import { itTellsOfItsImports } from '../../testing/importers';
import { importerAuth } from './importer-auth';

describe('importer-auth', () => {
  itTellsOfItsImports(importerAuth);
});
