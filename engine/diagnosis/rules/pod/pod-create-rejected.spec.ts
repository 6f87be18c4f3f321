import { claim, dataVolume, diskFacts, running } from '../../testing/disks';
import {
  clusterScoped,
  condition,
  event,
  lookup,
  missing,
  pod,
  run,
  vm,
  vmi,
} from '../../testing/factories';
import { podCreateRejected } from './pod-create-rejected';

const POLICY =
  'admission webhook "validate.kyverno.svc-fail" denied the request: \n\nresource Pod was blocked:\nthe label cost-centre is required';
const CLASS = 'pods "virt-launcher-web-x" is forbidden: no PriorityClass with name gold was found';
const INVALID = 'Pod "virt-launcher-web-x" is invalid: spec.containers[0].image: Required value';

const said = (text: string) => ({
  vm: vm({ template: { priorityClassName: 'gold' } }),
  vmi: vmi('Pending', {
    conditions: [
      condition(
        'Synchronized',
        'False',
        'FailedCreate',
        `failed to create virtual machine pod: ${text}`,
      ),
    ],
  }),
});
const happened = (text: string) => ({
  vm: vm(),
  vmi: vmi(),
  events: [event(vmi(), 'FailedCreate', `Error creating pod: ${text}`)],
});

describe('pod-create-rejected', () => {
  describe('of a pod that fills a disk', () => {
    const found = (reason: string) => {
      const conditions = [running('False', reason, "Error starting pod 'importer-1': ask")];
      const volume = dataVolume('ImportScheduled', conditions);
      return run(podCreateRejected, diskFacts({ volume, held: claim('Pending') }));
    };

    it('points to the log of CDI, where the reason is', () =>
      expect(found('ErrStartingPod')).toMatchObject([
        {
          severity: 'critical',
          confidence: 'certain',
          explanation: { params: { pod: 'importer-1', disk: 'root' } },
        },
      ]));

    it('leaves a quota to its own rule', () => expect(found('ErrExceededQuota')).toEqual([]));
  });

  it.each([
    [POLICY, { webhook: 'validate.kyverno.svc-fail' }],
    [CLASS, { name: 'gold' }],
    [INVALID, { reason: 'spec.containers[0].image: Required value' }],
  ])('tells who refuses the pod and why: %s', (text, params) => {
    for (const given of [said(text), happened(text)])
      expect(run(podCreateRejected, given)).toMatchObject([
        { severity: 'critical', blocking: true, explanation: { params } },
      ]);
  });

  it('is read of the helper pod of a plugged disk, without which the guest runs on', () => {
    const text = `Error creating attachment pod ${POLICY}`;
    const conditions = [condition('Synchronized', 'False', 'FailedCreate', text)];
    const given = { vm: vm(), vmi: vmi('Running', { conditions }), pods: [pod()] };
    expect(run(podCreateRejected, given)).toMatchObject([{ severity: 'warning' }]);
    for (const begin of [
      'Error creating attachment pod',
      'Error creating hotplug pod for volume x',
    ]) {
      const newer = event(vmi(), 'FailedCreate', `${begin}: ${INVALID}`);
      expect(run(podCreateRejected, { ...given, events: [newer] })).toMatchObject([
        { explanation: { params: { reason: 'spec.containers[0].image: Required value' } } },
      ]);
    }
  });

  it('says in one line what a policy says in several', () => {
    const [found] = run(podCreateRejected, said(POLICY));
    expect(found?.explanation.params.reason).toBe(
      'resource Pod was blocked: the label cost-centre is required',
    );
  });

  it('shows the class that the virtual machine names', () => {
    expect(run(podCreateRejected, said(CLASS))[0]?.evidence).toMatchObject([
      { path: '/status/conditions/0/message' },
      { path: '/spec/template/spec/priorityClassName', value: 'gold' },
    ]);
  });

  it.each([
    [
      'a quota is what refuses it',
      said('pods "x" is forbidden: exceeded quota: compute, requested: pods=1'),
    ],
    ['a pod exists', { ...said(POLICY), pods: [pod()] }],
    ['it runs', { ...said(POLICY), vmi: vmi('Running') }],
    ['nothing is said', { vm: vm(), vmi: vmi() }],
  ])('is silent when %s', (_, given) => expect(run(podCreateRejected, given)).toEqual([]));

  describe('a priority class', () => {
    const named = vm({ template: { priorityClassName: 'gold' } });
    const path = ['spec', 'template', 'spec', 'priorityClassName'] as const;
    const kind = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', name: 'gold' };
    const gone = [missing(kind, named, ...path)];
    const there = [lookup(clusterScoped(kind.apiVersion, kind.kind, 'gold'), named, ...path)];

    it('that is not there will be refused later, whatever is in the way now', () =>
      expect(
        run(podCreateRejected, { vm: named, vmi: vmi(), priorityClasses: gone }),
      ).toMatchObject([{ blocking: false, evidence: [{ source: 'absent' }, { value: 'gold' }] }]));

    it('is refused now, and was made since', () => {
      expect(run(podCreateRejected, { ...said(CLASS), priorityClasses: gone })).toMatchObject([
        { blocking: true },
      ]);
      expect(run(podCreateRejected, { ...said(CLASS), priorityClasses: there })).toEqual([]);
    });
  });
});
