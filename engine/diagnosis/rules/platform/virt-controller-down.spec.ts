import { ago, condition, pod, run, vm, vmi } from '../../testing/factories';
import { virtControllerDown } from './virt-controller-down';

const untouched = (minutes: number, status: object = {}) =>
  vm({
    status: { printableStatus: undefined, ...status },
    metadata: { creationTimestamp: ago(minutes) },
  });

describe('virt-controller-down', () => {
  it('has written nothing about an old VM', () => {
    expect(run(virtControllerDown, { vm: untouched(20) })).toMatchObject([
      { severity: 'critical', confidence: 'likely' },
    ]);
  });

  const controller = (ready: string) =>
    pod({ status: { conditions: [condition('Ready', ready)] } });
  const asked = (runStrategy: string, status: Readonly<Record<string, unknown>>) =>
    vm({ spec: { runStrategy }, status });
  const start = asked('Always', { printableStatus: 'Stopped', runStrategy: 'Halted' });
  const stop = asked('Halted', { printableStatus: 'Running', runStrategy: 'Always' });

  it.each([
    ['a start', { vm: start }],
    ['a stop', { vm: stop, vmi: vmi('Running') }],
  ])('does not take up %s, and no pod of it is ready', (_, given) => {
    const controllers = [controller('False'), controller('False')];
    expect(run(virtControllerDown, { ...given, controllers })).toMatchObject([
      { confidence: 'certain', blocking: true },
    ]);
  });

  it.each([
    [
      'one of its pods is ready',
      { vm: start, controllers: [controller('False'), controller('True')] },
    ],
    ['nothing is known of its pods', { vm: start }],
    [
      'it follows',
      {
        vm: asked('Always', { printableStatus: 'Starting', runStrategy: 'Always' }),
        vmi: vmi(),
        controllers: [controller('False')],
      },
    ],
    ['the VM is new', { vm: untouched(1) }],
    ['it has a status', { vm: untouched(20, { printableStatus: 'Starting' }) }],
    ['it has conditions', { vm: untouched(20, { conditions: [condition('Ready', 'False')] }) }],
    ['it has an instance', { vm: untouched(20), vmi: vmi() }],
  ])('is silent when %s', (_, given) => expect(run(virtControllerDown, given)).toEqual([]));
});
