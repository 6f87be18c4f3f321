import { condition, event, run, vm } from '../../testing/factories';
import { webhookUnavailable } from './webhook-unavailable';

describe('webhook-unavailable', () => {
  const CALLING =
    'Internal error occurred: failed calling webhook "virtualmachine-validator.kubevirt.io": failed to call webhook: Post "https://virt-api.ns.svc:443/validate": EOF';
  it.each([
    [
      'a condition',
      {
        vm: vm({ status: { conditions: [condition('Failure', 'True', 'FailedCreate', CALLING)] } }),
      },
      {},
      'certain',
    ],
    ['an event', { events: [event(vm(), 'FailedCreate', CALLING)] }, {}, 'likely'],
    ['the caller', {}, { error: CALLING }, 'likely'],
  ])('is read from %s', (_, given, request, confidence) => {
    expect(run(webhookUnavailable, given, request)).toMatchObject([{ confidence }]);
  });
  it.each([
    ['the VM is ready', vm({ status: { conditions: [condition('Ready', 'True')] } })],
    ['the VM is asked to be off', vm({ spec: { runStrategy: 'Halted' } })],
  ])('is over when %s', (_, machine) => {
    const events = [event(vm(), 'FailedCreate', CALLING)];
    expect(run(webhookUnavailable, { vm: machine, events })).toEqual([]);
  });
  it('is over when the newest event tells of another refusal', () => {
    const outage = event(vm(), 'FailedCreate', CALLING, 20);
    const refusal = event(vm(), 'FailedCreate', 'admission webhook "x" denied the request: no', 2);
    expect(run(webhookUnavailable, { events: [outage] })).toHaveLength(1);
    expect(run(webhookUnavailable, { events: [refusal, outage] })).toEqual([]);
  });
  it.each([
    [
      'virtualmachine-validator.kubevirt.io',
      'oc get pods -n openshift-cnv -l kubevirt.io=virt-api',
    ],
    [
      'datavolume-mutate.cdi.kubevirt.io',
      'oc get pods -n openshift-cnv -l cdi.kubevirt.io=cdi-apiserver',
    ],
    ['sidecar-injector.istio.io', 'oc get endpoints virt-api -n ns'],
  ])('looks behind %s', (webhook, command) => {
    const text = CALLING.replace('virtualmachine-validator.kubevirt.io', webhook);
    const [found] = run(webhookUnavailable, { events: [event(vm(), 'FailedCreate', text)] });
    expect(found?.fixes).toMatchObject([{ command }]);
  });
  it('does not take a refusal for an outage', () => {
    const denied =
      'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: no';
    expect(run(webhookUnavailable, { events: [event(vm(), 'FailedCreate', denied)] })).toEqual([]);
  });
});
