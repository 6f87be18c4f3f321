import { condition, run, vm } from '../../testing/factories';
import { preferenceRequirementsNotMet } from './preference-requirements-not-met';

const MEMORY =
  'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: failure checking preference requirements: insufficient Memory resources of 1Gi provided by instance type, preference requires 4Gi';

describe('preference-requirements-not-met', () => {
  it.each([
    [
      MEMORY,
      'insufficient Memory resources of 1Gi provided by instance type, preference requires 4Gi',
    ],
    [
      'failure checking preference requirements: insufficient CPU resources of 1 vCPU provided by VirtualMachine, preference requires 2 vCPU provided as sockets',
      'insufficient CPU resources of 1 vCPU provided by VirtualMachine, preference requires 2 vCPU provided as sockets',
    ],
    [
      'no CPU resources provided by VirtualMachine, preference requires 2 vCPU',
      'no CPU resources provided by VirtualMachine, preference requires 2 vCPU',
    ],
    [
      'preference requires architecture amd64 but arm64 is being requested',
      'preference requires architecture amd64 but arm64 is being requested',
    ],
  ])('is read from %s', (error, message) => {
    expect(run(preferenceRequirementsNotMet, {}, { error })).toMatchObject([
      {
        severity: 'critical',
        confidence: 'likely',
        explanation: { params: { message } },
        evidence: [{ source: 'reported' }],
      },
    ]);
  });

  it('is no more than a refused change of a VM that runs', () => {
    const ready = vm({ status: { conditions: [condition('Ready', 'True')] } });
    expect(run(preferenceRequirementsNotMet, { vm: ready }, { error: MEMORY })).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('takes no quota for it', () => {
    const error = 'exceeded quota: q, requested: memory=4Gi, used: memory=1Gi, limited: memory=4Gi';
    expect(run(preferenceRequirementsNotMet, {}, { error })).toEqual([]);
  });
});
