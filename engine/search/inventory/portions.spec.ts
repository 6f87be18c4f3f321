import { objectReader } from '../../kubernetes';
import { CLUSTER } from '../testing/cluster';
import { NOW } from '../testing/machines';
import type { VmRecord } from '../records/record';
import { vocabularyOf } from '../vocabulary';
import { readInventory } from './inventory';
import { createPortions } from './portions';

const machines = async (count: number): Promise<VmRecord[]> => {
  const { records } = await readInventory(objectReader(CLUSTER), { now: NOW });
  return Array.from({ length: count }, (_all, index) => {
    const record = records[index % records.length];
    return record === undefined ? [] : [{ ...record, name: `vm-${index}` }];
  }).flat();
};

const told = ({
  machines: found,
  labels,
  nodes,
  values,
  systems,
}: ReturnType<typeof vocabularyOf>) => ({
  machines: [...found],
  labels: [...labels].map(([key, of]) => [key, [...of]]),
  nodes: [...nodes],
  os: [...(values.get('os') ?? [])],
  systems: [...systems.keys()],
});

describe('the words of a namespace in portions', () => {
  it('are those of all its machines, in their order', async () => {
    const records = await machines(1000);
    expect(told(createPortions()(records))).toEqual(told(vocabularyOf(records)));
  });

  it('follow a machine that changes, one that goes and one that comes', async () => {
    const records = await machines(1000);
    const words = createPortions();
    words(records);
    const changed = records
      .map((record, index) => (index === 500 ? { ...record, node: 'new-node' } : record))
      .filter((_record, index) => index !== 300);
    const [first] = records;
    const all = first === undefined ? changed : [...changed, { ...first, name: 'vm-new' }];
    const vocabulary = words(all);
    expect(vocabulary.nodes.has('new-node')).toBe(true);
    expect(told(vocabulary)).toEqual(told(vocabularyOf(all)));
  });
});
