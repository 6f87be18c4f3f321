import { run, vmi } from '../../testing/factories';
import { outdatedLauncher } from './outdated-launcher';

const ASKED = { question: 'why is this workload outdated?' };
const outdated = vmi('Running', {}, { labels: { 'kubevirt.io/outdatedLauncherImage': '' } });

describe('outdated-launcher', () => {
  it('is a note when somebody asks', () => {
    expect(run(outdatedLauncher, { vmi: outdated }, ASKED)).toMatchObject([{ severity: 'info' }]);
  });
  it.each([
    ['nobody asks', outdated, {}],
    ['the launcher is the current one', vmi('Running'), ASKED],
  ])('is silent when %s', (_, instance, request) =>
    expect(run(outdatedLauncher, { vmi: instance }, request)).toEqual([]),
  );
});
