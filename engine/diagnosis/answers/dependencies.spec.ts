import { objectReader, type KubeObject, type Obstacle } from '../../kubernetes';
import { condition, namespaced, NOW, vm, vmi } from '../testing/factories';
import { checkDependencies, dependenciesText } from './dependencies';

const REQUEST = { namespace: 'ns', vmName: 'web' };
const READY = condition('Ready', 'True');

/** A VM that runs, though a Secret it was started with is gone. */
const world = (): KubeObject[] => [
  vm({
    template: {
      volumes: [
        { name: 'root', persistentVolumeClaim: { claimName: 'root' } },
        { name: 'init', cloudInitNoCloud: { secretRef: { name: 'init' } } },
      ],
    },
    status: { printableStatus: 'Running', conditions: [READY] },
  }),
  vmi('Running', { nodeName: 'w1', conditions: [READY] }),
  namespaced('v1', 'PersistentVolumeClaim', 'root', {
    spec: { storageClassName: 'fast' },
    status: { phase: 'Bound' },
  }),
  { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' } },
];

const ask = (obstacle?: Obstacle) =>
  checkDependencies(objectReader(world(), obstacle), REQUEST, NOW);

describe('the dependencies of a VM', () => {
  it('are looked at although it runs, the worst first', async () => {
    const { outcome, dependencies } = await ask();
    expect(outcome).toBe('ok');
    expect(dependencies.map(({ ref, of, state }) => [ref.kind, ref.name, of.kind, state])).toEqual([
      ['Secret', 'init', 'VirtualMachine', 'missing'],
      ['Node', 'w1', 'VirtualMachineInstance', 'unknown'],
      ['VirtualMachineInstance', 'web', 'VirtualMachine', 'ok'],
      ['PersistentVolumeClaim', 'root', 'VirtualMachine', 'ok'],
      ['StorageClass', 'fast', 'PersistentVolumeClaim', 'ok'],
    ]);
  });

  it('that may not be read are unchecked, never missing', async () => {
    const answer = await ask(({ plural }) =>
      plural === 'secrets' ? { reason: 'forbidden', message: '' } : undefined,
    );
    expect(answer.dependencies.map(({ state }) => state)).not.toContain('missing');
    expect(answer.unchecked).toContainEqual(
      expect.objectContaining({ resource: 'secrets', reason: 'forbidden', name: 'init' }),
    );
    expect(dependenciesText(answer)).toContain('You may not read secrets "init"');
  });

  it('of no VM are none', async () => {
    const answer = await checkDependencies(
      objectReader([]),
      { namespace: 'ns', vmName: 'none' },
      NOW,
    );
    expect(answer).toMatchObject({ outcome: 'not_found', dependencies: [] });
    expect(dependenciesText(answer)).toMatch(/^not_found: There is no VirtualMachine "none"/);
  });
});
