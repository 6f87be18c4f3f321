import { run } from '../../testing/factories';
import { inferFromVolumeFailed } from './infer-from-volume-failed';

describe('infer-from-volume-failed', () => {
  it.each([
    'unable to infer defaults from volume rootdisk as type is not supported',
    'unable to find required instancetype.kubevirt.io/default-instancetype label on the volume',
    'unable to find required instancetype.kubevirt.io/default-preference label on the volume',
    'unable to find volume bootdisk to infer defaults',
    'unable to infer defaults from DataVolumeSpec as DataVolumeSource is not supported',
  ])('is read from "%s"', (text) => {
    const error = `admission webhook "virtualmachine-mutator.kubevirt.io" denied the request: ${text}`;
    expect(run(inferFromVolumeFailed, {}, { error })).toMatchObject([
      { confidence: 'likely', explanation: { params: { message: text } } },
    ]);
  });

  it('names the label that is looked for', () => {
    const error =
      'unable to find required instancetype.kubevirt.io/default-preference label on the volume';
    const [finding] = run(inferFromVolumeFailed, {}, { error });
    expect(finding?.fixes[0]?.command).toContain('-L instancetype.kubevirt.io/default-preference');
  });

  it('is silent about other refusals', () => {
    const error = 'unable to find required permissions on the volume';
    expect(run(inferFromVolumeFailed, {}, { error })).toEqual([]);
  });
});
