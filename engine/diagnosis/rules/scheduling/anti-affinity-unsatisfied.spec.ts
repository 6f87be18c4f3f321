import { run, vm } from '../../testing/factories';
import { refusedPod } from '../../testing/scheduling';
import { antiAffinityUnsatisfied } from './anti-affinity-unsatisfied';

describe('anti-affinity-unsatisfied', () => {
  it.each([
    "3 node(s) didn't match pod anti-affinity rules",
    "3 node(s) didn't match pod affinity rules",
    "3 node(s) didn't satisfy existing pods anti-affinity rules",
    "3 node(s) didn't match pod topology spread constraints",
  ])('%s', (reason) => {
    expect(run(antiAffinityUnsatisfied, refusedPod(reason))).toMatchObject([
      { severity: 'critical', explanation: { params: { count: 3 } } },
    ]);
  });

  it('shows the rule of the virtual machine', () => {
    const machine = vm({ template: { affinity: { podAntiAffinity: { x: 1 } } } });
    const given = refusedPod("3 node(s) didn't match pod anti-affinity rules");
    const [finding] = run(antiAffinityUnsatisfied, { ...given, vm: machine });
    expect(finding?.evidence.map(({ value }) => value)).toContain('{"x":1}');
  });

  it.each(["3 node(s) didn't match Pod's node affinity/selector", '3 Insufficient memory'])(
    'leaves to others: %s',
    (reason) => expect(run(antiAffinityUnsatisfied, refusedPod(reason))).toEqual([]),
  );
});
