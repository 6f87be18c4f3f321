import { condition, run, vm, vmi } from '../../testing/factories';
import { vmiCreateRejected } from './vmi-create-rejected';

describe('vmi-create-rejected', () => {
  const denied = (webhook: string, text = 'spec.template.spec.domain is invalid') =>
    `admission webhook "${webhook}.kubevirt.io" denied the request: ${text}`;
  it.each([
    ['virtualmachine-validator', {}, 'critical'],
    [
      'virtualmachine-validator',
      { vm: vm({ status: { conditions: [condition('Ready', 'True')] } }), vmi: vmi('Running') },
      'warning',
    ],
    ['virtualmachineinstances-create-validator', {}, 'critical'],
  ])('%s refused the caller', (webhook, given, severity) => {
    expect(run(vmiCreateRejected, given, { error: denied(webhook) })).toMatchObject([
      {
        severity,
        confidence: 'likely',
        explanation: { params: { reason: 'spec.template.spec.domain is invalid' } },
      },
    ]);
  });
  it('is any webhook that refuses the instance, and none that refuses something else', () => {
    const told = 'admission webhook "validation.gatekeeper.sh" denied the request: label it';
    const failed = (text: string) => run(vmiCreateRejected, {}, { error: text });
    expect(failed(`Failure while starting VMI: ${told}`)).toHaveLength(1);
    expect(failed(told)).toEqual([]);
  });
  it.each([
    denied('virtualmachinesnapshot-validator.snapshot'),
    denied('migration-create-validator'),
    denied('virtualmachine-validator', 'Cannot update VM runStrategy until restore "r" completes'),
  ])('is not "%s"', (error) => {
    expect(run(vmiCreateRejected, {}, { error })).toEqual([]);
  });
});
