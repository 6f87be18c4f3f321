import { namespaced, run, vm } from '../../testing/factories';
import { sevAttestationWait } from './sev-attestation-wait';

const waiting = (sev: object, phase = 'Scheduled') => ({
  vm: vm(),
  vmi: namespaced('kubevirt.io/v1', 'VirtualMachineInstance', 'web', {
    spec: { domain: { launchSecurity: { sev } } },
    status: { phase },
  }),
});

describe('sev-attestation-wait', () => {
  it.each([
    [{ attestation: {} }, 'session, dhCert'],
    [{ attestation: {}, session: 'abc' }, 'dhCert'],
    [{ attestation: {}, dhCert: 'abc', session: '' }, 'session'],
  ])('names what is missing: %j', (sev, missing) =>
    expect(run(sevAttestationWait, waiting(sev))).toMatchObject([
      { explanation: { params: { missing } } },
    ]),
  );
  it.each([
    ['the session was sent', waiting({ attestation: {}, session: 'a', dhCert: 'b' })],
    ['no attestation is asked for', waiting({ policy: {} })],
    ['the pod is not up yet', waiting({ attestation: {} }, 'Scheduling')],
    ['the guest runs', waiting({ attestation: {} }, 'Running')],
  ])('is silent when %s', (_, given) => expect(run(sevAttestationWait, given)).toEqual([]));
});
