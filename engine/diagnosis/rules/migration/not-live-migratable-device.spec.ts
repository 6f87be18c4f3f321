import { itTellsOf } from '../../testing/migrations';
import { notLiveMigratableDevice } from './not-live-migratable-device';

describe('not-live-migratable-device', () => {
  itTellsOf(notLiveMigratableDevice, 'HostDeviceNotLiveMigratable', 'VirtIOFSNotLiveMigratable');
});
