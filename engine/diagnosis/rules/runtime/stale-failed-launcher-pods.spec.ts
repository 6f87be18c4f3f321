import { pod, run, vm, vmi } from '../../testing/factories';
import { staleFailedLauncherPods } from './stale-failed-launcher-pods';

const ASKED = { question: 'why are there completed pods?' };
const launcher = pod({ status: { phase: 'Running' } });
const old = (phase: string) => pod({ metadata: { uid: phase }, status: { phase } }, `old-${phase}`);
const given = {
  vm: vm(),
  vmi: vmi('Running', { activePods: { 'uid-Pod-virt-launcher-web-abcde': 'w1' } }),
  pods: [old('Succeeded'), launcher, old('Failed')],
};

describe('stale-failed-launcher-pods', () => {
  it('is no fault, and told when asked', () => {
    expect(run(staleFailedLauncherPods, given, ASKED)).toMatchObject([
      { severity: 'info', explanation: { params: { count: 2 } } },
    ]);
  });
  it('never offers to delete the pod that runs', () => {
    const [finding] = run(staleFailedLauncherPods, given, ASKED);
    expect(finding?.fixes[0]?.command).toBe('oc delete pod old-Succeeded old-Failed -n ns');
  });
  it.each([
    ['nobody asks', given, {}],
    ['there are none', { ...given, pods: [launcher] }, ASKED],
    ['the guest does not run', { ...given, vmi: vmi('Failed') }, ASKED],
  ])('is silent when %s', (_, facts, request) =>
    expect(run(staleFailedLauncherPods, facts, request)).toEqual([]),
  );
});
