import { objectReader } from '../../kubernetes';
import { event, pod, vmi } from '../testing/factories';
import { readEvents, subject } from './events';

const instance = vmi();
const before = vmi('Failed', {}, { uid: 'uid-before' });
const named = (object: ReturnType<typeof event>, name: string) => ({
  ...object,
  metadata: { name, namespace: 'ns', uid: name },
});
const objects = [
  named(event(instance, 'Started', 'now'), 'a'),
  named(event(before, 'Stopped', 'before'), 'b'),
  named(event(pod(), 'Pulled', 'other'), 'c'),
];

describe('readEvents', () => {
  it('keeps events of an earlier instance of the same name apart', async () => {
    const { current, earlier } = await readEvents(objectReader(objects), 'ns', [subject(instance)]);
    expect(current.value?.map(({ message }) => message)).toEqual(['now']);
    expect(earlier.value?.map(({ message }) => message)).toEqual(['before']);
  });

  it('takes any event of the name when there is no uid to compare', async () => {
    const { current, earlier } = await readEvents(objectReader(objects), 'ns', [
      { kind: 'VirtualMachineInstance', name: 'web' },
    ]);
    expect(current.value).toHaveLength(2);
    expect(earlier.value).toEqual([]);
  });

  it('says what could not be read', async () => {
    const reader = objectReader(objects, () => ({ reason: 'forbidden', message: 'no' }));
    const { current, earlier } = await readEvents(reader, 'ns', [subject(instance)]);
    expect([current.value, earlier.value]).toEqual([undefined, undefined]);
    expect(current.missed).toMatchObject([{ reason: 'forbidden' }]);
  });

  it('looks for those of another project there', async () => {
    const foreign = {
      ...named(
        event({ kind: 'PersistentVolumeClaim', metadata: { name: 'c' } }, 'X', 'there'),
        'd',
      ),
      metadata: { name: 'd', namespace: 'images' },
    };
    const wanted = { kind: 'PersistentVolumeClaim', name: 'c', namespace: 'images' };
    const { current } = await readEvents(objectReader([...objects, foreign]), 'ns', [wanted]);
    expect(current.value?.map(({ message }) => message)).toEqual(['there']);
  });
});
