import { ago, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { uploadNeverCompleted } from './upload-never-completed';

describe('upload-never-completed', () => {
  const upload = { source: { upload: {} }, storage: {} };
  const given = { volume: dataVolume('UploadReady', [], upload), held: claim('Pending') };

  it('says how to upload', () => {
    expect(run(uploadNeverCompleted, diskFacts(given))[0]?.fixes[0]?.command).toMatch(
      /^virtctl image-upload dv root /,
    );
  });

  it.each([
    [
      'it was made just now',
      {
        volume: dataVolume('UploadReady', [], upload, { creationTimestamp: ago(3) }),
      },
    ],
    ['it is done', { volume: dataVolume('Succeeded', [], upload) }],
    ['the disk has another source', { volume: dataVolume('UploadReady') }],
  ])('is silent when %s', (_, change) => {
    expect(run(uploadNeverCompleted, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});
