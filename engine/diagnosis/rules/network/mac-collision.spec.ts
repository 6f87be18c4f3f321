import { saidByCaller } from '../../statements';
import { condition, run, vm, vmi } from '../../testing/factories';
import { macCollision } from './mac-collision';

const DENIED =
  'admission webhook "mutatevirtualmachines.kubemacpool.io" denied the request: Failed to create virtual machine allocation error: failed to allocate requested mac address';
const asked = (error: string) => ({
  reported: saidByCaller({ namespace: 'ns', vmName: 'web', error }),
});

describe('mac-collision', () => {
  it.each([
    [DENIED, /belongs to another/],
    [
      'admission webhook "mutatevirtualmachines.kubemacpool.io" denied the request: the range is full',
      /used up/,
    ],
  ])('%s', (error, text) => {
    const [finding] = run(macCollision, asked(error));
    expect(finding).toMatchObject({ confidence: 'likely', severity: 'critical' });
    expect(finding?.explanation.id).toMatch(text);
  });

  it('is certain when the virtual machine itself says so, and shows the address', () => {
    const interfaces = [{ name: 'default', macAddress: '02:00:00:00:00:01' }];
    const machine = vm({
      template: { domain: { devices: { interfaces } } },
      status: { conditions: [condition('Failure', 'True', 'FailedCreate', DENIED)] },
    });
    const [finding] = run(macCollision, { vm: machine });
    expect(finding?.confidence).toBe('certain');
    expect(finding?.evidence).toHaveLength(2);
  });

  it.each([
    ['another refusal', asked('admission webhook "x" denied the request: no')],
    ['a range that is full of something else', asked('the range is full')],
    ['nothing', { vmi: vmi('Running') }],
  ])('is silent about %s', (_, given) => expect(run(macCollision, given)).toEqual([]));
});
