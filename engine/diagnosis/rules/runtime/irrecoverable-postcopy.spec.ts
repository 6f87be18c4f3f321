import { event, run, vmi } from '../../testing/factories';
import { irrecoverablePostcopy } from './irrecoverable-postcopy';

const state = (migrationState: object, phase = 'Failed') => vmi(phase, { migrationState });
const lost = { mode: 'PostCopy', failed: true, completed: true };
const SAID = 'VMI is irrecoverable due to failed post-copy migration';

describe('irrecoverable-postcopy', () => {
  it.each([
    ['the state of the migration', { vmi: state(lost) }],
    ['what virt-handler said', { vmi: vmi('Failed'), events: [event(vmi(), 'SyncFailed', SAID)] }],
  ])('is proven by %s', (_, given) =>
    expect(run(irrecoverablePostcopy, given)).toMatchObject([{ confidence: 'certain' }]),
  );
  it.each([
    ['the guest runs on', { vmi: state(lost, 'Running') }],
    ['it had not switched to post-copy', { vmi: state({ ...lost, mode: 'PreCopy' }) }],
    ['the migration succeeded', { vmi: state({ mode: 'PostCopy', completed: true }) }],
    ['there is no instance', {}],
  ])('is silent when %s', (_, given) => expect(run(irrecoverablePostcopy, given)).toEqual([]));
});
