import { lookup, namespaced, run, vm } from '../../testing/factories';
import { ASKED_TO_MIGRATE, blockedBy, itTellsOf } from '../../testing/migrations';
import { notLiveMigratableDisks } from './not-live-migratable-disks';

describe('not-live-migratable-disks', () => {
  itTellsOf(notLiveMigratableDisks, 'DisksNotLiveMigratable');

  it('names the claims that are not shared', () => {
    const claim = (name: string, mode: string) =>
      lookup(
        namespaced('v1', 'PersistentVolumeClaim', name, { spec: { accessModes: [mode] } }),
        vm(),
      );
    const claims = [claim('root', 'ReadWriteOnce'), claim('data', 'ReadWriteMany')];
    expect(
      run(
        notLiveMigratableDisks,
        { ...blockedBy('DisksNotLiveMigratable'), claims },
        ASKED_TO_MIGRATE,
      ),
    ).toMatchObject([{ explanation: { params: { names: 'root' } } }]);
  });
});
