import { itTellsOfItsImports } from '../../testing/importers';
import { importerRegistryPullFailed } from './importer-registry-pull-failed';

describe('importer-registry-pull-failed', () => {
  itTellsOfItsImports(importerRegistryPullFailed);
});
