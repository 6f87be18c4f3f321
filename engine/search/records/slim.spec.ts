import { nameOf, namespaceOf, textAt, type KubeObject } from '../../kubernetes';
import { CLUSTER } from '../testing/cluster';
import { EQUIPPED } from '../testing/equipped';
import { toRecord } from './record';
import { slimInstance, slimMachine } from './slim';

const OBJECTS = [...CLUSTER, ...EQUIPPED];
const ofKind = (kind: string): KubeObject[] =>
  OBJECTS.filter((object) => textAt(object, 'kind') === kind);
const keyOf = (object: KubeObject): string => `${namespaceOf(object)}/${nameOf(object)}`;

const instances = new Map(
  ofKind('VirtualMachineInstance').map((object) => [keyOf(object), object] as const),
);

describe('what is kept of an object', () => {
  it.each(ofKind('VirtualMachine').map((machine) => [keyOf(machine), machine] as const))(
    'tells of %s all that the whole object tells',
    (key, machine) => {
      const vmi = instances.get(key);
      const slim = vmi === undefined ? {} : { vmi: slimInstance(vmi) };
      expect(toRecord(slimMachine(machine), slim)).toEqual(
        toRecord(machine, vmi === undefined ? {} : { vmi }),
      );
    },
  );

  it('holds nothing that a user or guest may keep secret', () => {
    const kept = JSON.stringify(
      slimMachine({
        kind: 'VirtualMachine',
        metadata: { name: 'a', annotations: { secret: 'canary' }, managedFields: ['canary'] },
        spec: {
          template: {
            spec: {
              volumes: [{ name: 'c', cloudInitNoCloud: { userData: 'canary' } }],
              accessCredentials: ['canary'],
            },
          },
        },
      }),
    );
    expect(kept).not.toContain('canary');
  });
});
