import { clusterScoped, condition, event, run, vm } from '../../testing/factories';
import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { cdiUnavailable } from './cdi-unavailable';

describe('cdi-unavailable', () => {
  const cdi = (status: string) =>
    clusterScoped('cdi.kubevirt.io/v1beta1', 'CDI', 'cdi', {
      status: { conditions: [condition('Available', status, 'Down', 'cdi-deployment is down')] },
    });

  it.each([
    ['a disk waits', diskFacts({ cdis: [cdi('False')] }), 1],
    ['CDI works', diskFacts({ cdis: [cdi('True')] }), 0],
    ['CDI says nothing', diskFacts({ cdis: [{}] }), 0],
    [
      'every disk is filled',
      diskFacts({ cdis: [cdi('False')], volume: dataVolume('Succeeded') }),
      0,
    ],
    ['no disk is of CDI', { vm: vm(), cdis: [cdi('False')] }, 0],
  ])('when %s', (_, given, count) => {
    expect(run(cdiUnavailable, given)).toHaveLength(count);
  });

  const untouched = {
    cdis: [cdi('True')],
    volume: { ...dataVolume('Pending'), status: undefined },
  };
  it('doubts a status that says all is well while nobody looks at a disk', () => {
    expect(run(cdiUnavailable, diskFacts(untouched))).toMatchObject([
      { confidence: 'likely', explanation: { params: { disk: 'root' } } },
    ]);
  });

  it.each([
    ['somebody wrote about it', { events: [event(untouched.volume, 'ErrClaimNotValid', 'no')] }],
    ['it has a claim', { held: claim('Pending') }],
    ['it has a status', { volume: dataVolume('Pending') }],
  ])('believes it when %s', (_, change) => {
    expect(run(cdiUnavailable, diskFacts({ ...untouched, ...change }))).toEqual([]);
  });
});
