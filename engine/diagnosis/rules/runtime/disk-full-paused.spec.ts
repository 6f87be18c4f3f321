import { storageClass } from '../../testing/disks';
import { broken, foundPaused, full, itIsOverLater } from '../../testing/storage-pause';
import { diskFullPaused } from './disk-full-paused';

describe('disk-full-paused', () => {
  it.each([
    ['the last event says full', [full(1), broken(9)], 1],
    ['the last event says an error', [broken(1), full(9)], 0],
    ['no event says which', [], 0],
    ['the event is of an earlier boot', [full(90)], 0],
  ])('%s', (_, events, count) => {
    expect(foundPaused(diskFullPaused, { events })).toHaveLength(count);
  });

  itIsOverLater(diskFullPaused, [full(2)]);

  it('may let the claim grow where its class allows that', () => {
    const events = [full(2)];
    const storageClasses = [storageClass('fast', { allowVolumeExpansion: true })];
    const [fix] = foundPaused(diskFullPaused, { events, storageClasses })[0]?.fixes ?? [];
    expect(fix).toMatchObject({ risk: 'confirm', description: { params: { size: '15Gi' } } });
    const fixes = foundPaused(diskFullPaused, { events })[0]?.fixes;
    expect(fixes?.map(({ id }) => id)).toEqual(['free-storage-backend']);
  });
});
