import { itTellsOf } from '../../testing/migrations';
import { notLiveMigratableNetwork } from './not-live-migratable-network';

describe('not-live-migratable-network', () => {
  itTellsOf(notLiveMigratableNetwork, 'InterfaceNotLiveMigratable');
});
