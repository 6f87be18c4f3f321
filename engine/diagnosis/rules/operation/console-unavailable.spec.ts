import { run, vm, vmi } from '../../testing/factories';
import { consoleUnavailable } from './console-unavailable';

const ASKED = { question: 'why can I not open the console' };
const without = (...fields: string[]) =>
  vm({
    template: {
      domain: { devices: Object.fromEntries(fields.map((field) => [field, false])) },
    },
  });
const headless = without('autoattachGraphicsDevice');
const both = without('autoattachGraphicsDevice', 'autoattachSerialConsole');
const running = vmi('Running');

describe('console-unavailable', () => {
  it.each([
    [
      'no graphics device',
      { vm: headless, vmi: running },
      { error: 'No graphics devices are present.' },
      ['attach-vnc-console'],
    ],
    [
      'both are missing',
      { vm: both, vmi: running },
      ASKED,
      ['attach-vnc-console', 'attach-serial-console'],
    ],
    [
      'serial is asked for',
      { vm: both, vmi: running },
      { question: 'serial console?' },
      ['attach-serial-console'],
    ],
    ['it is stopped', { vm: vm({ spec: { runStrategy: 'Halted' } }) }, ASKED, ['start-vm']],
    [
      'virt-api is down',
      { vm: vm(), vmi: running },
      { error: 'console: dialing VM: timeout' },
      ['check-virt-api'],
    ],
    [
      'the node agent cannot be reached',
      { vm: vm(), vmi: running },
      { error: "Can't access VMI x: Internal error occurred: dial tcp 10.0.0.3:8186: i/o timeout" },
      ['check-virt-api'],
    ],
  ])('%s', (_, given, request, fixes) => {
    const found = run(consoleUnavailable, given, request);
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(found.flatMap((finding) => finding.fixes.map(({ id }) => id))).toEqual(fixes);
  });
  it.each([
    ['nobody asks', { vm: headless, vmi: running }, {}],
    ['it has both devices', { vm: vm(), vmi: running }, ASKED],
    ['the other one is asked for', { vm: headless, vmi: running }, { question: 'serial console?' }],
  ])('is silent when %s', (_, given, request) =>
    expect(run(consoleUnavailable, given, request)).toEqual([]),
  );
});
