import { condition, event, run, vm, vmi } from '../../testing/factories';
import { accessCredentialsFailed } from './access-credentials-failed';

const synced = (status: string, ...more: object[]) =>
  vmi('Running', {
    conditions: [condition('AccessCredentialsSynchronized', status, '', 'no such user'), ...more],
  });
const EVENT = event(vmi(), 'AccessCredentialsSyncFailed', 'Access credentials sync failed: x');

describe('access-credentials-failed', () => {
  it.each([
    ['the agent answers', synced('False', condition('AgentConnected', 'True')), /could not set/],
    ['the agent is missing', synced('False'), /not connected/],
  ])('%s', (_, instance, text) => {
    const [finding] = run(accessCredentialsFailed, { vm: vm(), vmi: instance, events: [EVENT] });
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.explanation.id).toMatch(text);
  });
  it.each([
    ['it worked in the end', synced('True')],
    ['none are asked for', vmi('Running')],
  ])('is silent when %s', (_, instance) =>
    expect(run(accessCredentialsFailed, { vm: vm(), vmi: instance, events: [EVENT] })).toEqual([]),
  );
});
