import type { KubeObject } from '../../../kubernetes';
import { claim, dataVolume, diskFacts, running } from '../../testing/disks';
import { condition, event, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { limitrangeViolation } from './limitrange-violation';

const text = (bound: string) => `pods "virt-launcher-x" is forbidden: ${bound}`;
const MAX = 'maximum memory usage per Container is 4Gi, but limit is 4616Mi';
const range = (fields: object) =>
  namespaced('v1', 'LimitRange', 'size', { spec: { limits: [{ type: 'Container', ...fields }] } });
const said = (message: string) => ({
  vm: vm(),
  vmi: vmi('Pending', {
    conditions: [condition('Synchronized', 'False', 'FailedCreate', message)],
  }),
});

describe('limitrange-violation', () => {
  it.each([
    [MAX, { max: { memory: '4Gi' } }],
    [`[${MAX}, maximum cpu usage per Pod is 2, but limit is 4]`, { max: { memory: '4Gi' } }],
    ['minimum cpu usage per Container is 1, but request is 200m', { min: { cpu: '1' } }],
    [
      'memory max limit to request ratio per Container is 1, but provided ratio is 2.000000',
      { maxLimitRequestRatio: { memory: '1' } },
    ],
  ])('%s', (bound, fields) => {
    const found = run(limitrangeViolation, { ...said(text(bound)), limitRanges: [range(fields)] });
    expect(found).toMatchObject([{ severity: 'critical', confidence: 'certain' }]);
    expect(found[0]?.evidence).toHaveLength(2);
  });

  it('tells a default limit that is below what the pod asks for', () => {
    const invalid =
      'Pod "virt-launcher-x" is invalid: spec.containers[0].resources.requests: Invalid value: "4Gi": must be less than or equal to memory limit of 2Gi';
    const limitRanges = [range({ default: { memory: '2Gi' } })];
    const found = run(limitrangeViolation, { ...said(invalid), limitRanges });
    expect(found).toMatchObject([{ confidence: 'certain' }]);
    expect(found[0]?.evidence).toHaveLength(2);
  });

  it.each([
    ['no limit range is known', said(text(MAX))],
    [
      'an event says it',
      { vm: vm(), vmi: vmi(), events: [event(vmi(), 'FailedCreate', text(MAX))] },
    ],
  ])('is likely when %s', (_, given) => {
    expect(run(limitrangeViolation, given)).toMatchObject([{ confidence: 'likely' }]);
  });

  describe('of claims', () => {
    const sizes = (bound: string, type = 'PersistentVolumeClaim', field = 'max') =>
      namespaced('v1', 'LimitRange', 'size', {
        spec: { limits: [{ type, [field]: { storage: bound } }] },
      });
    const fills = (reason: string, bounds: object) => {
      const conditions = [running('False', reason, "Error starting pod 'importer-1': ask")];
      const volume = dataVolume('ImportScheduled', conditions);
      const limits = [{ type: 'Container', ...bounds }];
      const limitRanges = [namespaced('v1', 'LimitRange', 'sizes', { spec: { limits } })];
      return run(limitrangeViolation, {
        ...diskFacts({ volume, held: claim('Pending') }),
        limitRanges,
      });
    };

    it.each([
      [
        { min: { memory: '128Mi' } },
        'minimum memory usage per Container is 128Mi, but request is 60M',
      ],
      [{ max: { cpu: '500m' } }, 'maximum cpu usage per Container is 500m, but limit is 750m'],
    ])('tells of the pod that is to fill a disk: %j', (bounds, bound) =>
      expect(fills('ErrStartingPod', bounds)).toMatchObject([
        { confidence: 'likely', explanation: { params: { bound } } },
      ]),
    );

    it('leaves that pod to a quota that refuses it, and to bounds that it keeps to', () => {
      expect(fills('ErrExceededQuota', { min: { memory: '128Mi' } })).toEqual([]);
      expect(fills('ErrStartingPod', { max: { memory: '1Gi' } })).toEqual([]);
    });

    const least = (bound: string) => sizes(bound, undefined, 'min');
    const refused = (limitRange: KubeObject, held?: KubeObject) =>
      run(limitrangeViolation, {
        ...diskFacts({ volume: dataVolume(undefined), held }),
        limitRanges: [limitRange],
      });

    it('tells of a disk that is larger than one may be, though nobody says so', () => {
      const found = refused(sizes('20Gi'));
      expect(found).toMatchObject([{ severity: 'critical', confidence: 'likely' }]);
      expect(found[0]?.evidence.map(({ value }) => value)).toEqual(['20Gi', '30Gi']);
    });

    it('tells of a disk that is smaller than one may be', () => {
      const found = refused(least('40Gi'));
      expect(found).toMatchObject([{ severity: 'critical', confidence: 'likely' }]);
      expect(found[0]?.explanation.params.bound).toMatch(/^minimum storage usage .* 40Gi/);
    });

    it.each([
      ['it may be so small', refused(least('30Gi'))],
      ['what CDI adds to it may be enough', refused(least('32Gi'))],
      ['it may be so large', refused(sizes('30Gi'))],
      ['the claim was made', refused(sizes('20Gi'), claim('Pending'))],
      ['something else is bounded', refused(sizes('20Gi', 'Container'))],
    ])('is silent when %s', (_, found) => expect(found).toEqual([]));
  });

  it.each([
    ['a pod exists', { ...said(text(MAX)), pods: [pod()] }],
    ['a quota refuses', said(text('exceeded quota: compute, requested: limits.memory=4Gi'))],
  ])('is silent when %s', (_, given) => expect(run(limitrangeViolation, given)).toEqual([]));
});
