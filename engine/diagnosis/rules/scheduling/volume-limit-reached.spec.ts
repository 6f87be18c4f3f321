import { run } from '../../testing/factories';
import { NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { volumeLimitReached } from './volume-limit-reached';

const FULL = '3 node(s) exceed max volume count';

describe('volume-limit-reached', () => {
  it.each([
    ['while the nodes cannot be read', []],
    ['where the nodes would else do', [worker('w1'), worker('w2'), worker('w3')]],
  ])('is told %s', (_, nodes) => {
    expect(run(volumeLimitReached, { ...refusedPod(FULL), nodes })).toMatchObject([
      { severity: 'critical', confidence: 'certain', blocking: true },
    ]);
  });

  it('is silent when the scheduler has another reason', () =>
    expect(run(volumeLimitReached, refusedPod(NO_MATCH))).toEqual([]));
});
