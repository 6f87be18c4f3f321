import { clusterScoped, condition, run, vmi } from '../../testing/factories';
import { notLiveMigratableCpu } from './not-live-migratable-cpu';

const ASKED = { question: 'can it migrate?' };
const TEXT = 'the node "w1" does not allow migration with host-model';
const blocked = (...conditions: object[]) => ({ vmi: vmi('Running', { conditions }) });
const cpu = condition('LiveMigratable', 'False', 'CPUModeLiveMigratable', TEXT);
const node = (name: string, ...models: string[]) =>
  clusterScoped('v1', 'Node', name, {
    metadata: {
      labels: Object.fromEntries(
        models.map((one) => [`cpu-model.node.kubevirt.io/${one}`, 'true']),
      ),
    },
  });

describe('not-live-migratable-cpu', () => {
  it('is told when asked, with the models that all nodes offer', () => {
    const nodes = [node('w1', 'Haswell', 'Penryn'), node('w2', 'Penryn', 'EPYC')];
    expect(run(notLiveMigratableCpu, { ...blocked(cpu), nodes }, ASKED)).toMatchObject([
      { severity: 'warning', fixes: [{ description: { params: { models: 'Penryn' } } }] },
    ]);
  });
  it('is found behind a blocker that comes first', () => {
    const given = blocked(
      condition('LiveMigratable', 'False', 'InterfaceNotLiveMigratable', 'bridge'),
      condition(
        'StorageLiveMigratable',
        'False',
        'NotMigratable',
        `InterfaceNotLiveMigratable: bridge, CPUModeLiveMigratable: ${TEXT}`,
      ),
    );
    expect(run(notLiveMigratableCpu, given, ASKED)).toMatchObject([
      { evidence: [{ path: '/status/conditions/1/message' }] },
    ]);
  });
  it.each([
    ['nobody asks', blocked(cpu), {}],
    ['it can migrate', blocked(condition('LiveMigratable', 'True')), ASKED],
    [
      'something else blocks',
      blocked(condition('LiveMigratable', 'False', 'SEVNotLiveMigratable')),
      ASKED,
    ],
  ])('is silent when %s', (_, given, request) =>
    expect(run(notLiveMigratableCpu, given, request)).toEqual([]),
  );
});
