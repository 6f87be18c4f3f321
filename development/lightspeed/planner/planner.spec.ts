import { files, machines, power, weather } from '../testing/catalogues';
import { plan, type Plan } from './planner';

const yaml = (content: string) => ({
  attachmentType: 'api object',
  contentType: 'application/yaml',
  content,
});

const shape = (made: Plan): unknown => {
  if (made.kind === 'none') return 'none';
  return made.kind === 'call'
    ? [made.tool.name, made.args]
    : [made.tool.name, 'lacks', ...made.missing];
};

const everything = [...weather, ...files, ...machines];

describe.each([
  ['its own catalogue', { weather, files, machines }],
  ['all catalogues together', { weather: everything, files: everything, machines: everything }],
])('plan with %s', (_title, catalogue) => {
  it.each([
    ['What is the weather forecast for Lisbon?', ['get_forecast', { city: 'Lisbon' }]],
    ['Weather forecast in New York for 5 days', ['get_forecast', { city: 'New York', days: 5 }]],
    ['city: Oslo\n\nshow the forecast', ['get_forecast', { city: 'Oslo' }]],
    ['Are there red storm alerts?', ['list_alerts', { level: 'red' }]],
    ['What will the forecast say?', ['get_forecast', 'lacks', 'city']],
    [
      'How bad is the air pollution at station `north-2`?',
      ['air_quality', { stationName: 'north-2' }],
    ],
  ])('weather: %s', (question, expected) => {
    expect(shape(plan(question, [], catalogue.weather))).toEqual(expected);
  });

  it.each([
    ['Read the file notes/today.txt please', ['read_file', { path: 'notes/today.txt' }]],
    ['List the directory /var/log', ['list_directory', { path: '/var/log' }]],
    [
      'Search text in files: "connection refused by peer"',
      ['search_text', { query: 'connection refused by peer' }],
    ],
    ['Read a file', ['read_file', 'lacks', 'path']],
  ])('files: %s', (question, expected) => {
    expect(shape(plan(question, [], catalogue.files))).toEqual(expected);
  });

  it.each([
    [
      'VMs with errors in the production project',
      ['find_machines', { query: 'VMs with errors in the production project' }],
    ],
    [
      'Why is prod/web-1 failing?',
      [
        'inspect_machine',
        { namespace: 'prod', vmName: 'web-1', question: 'Why is prod/web-1 failing?' },
      ],
    ],
    [
      'Diagnose the virtual machine "db-0" in namespace shop',
      [
        'inspect_machine',
        {
          namespace: 'shop',
          vmName: 'db-0',
          question: 'Diagnose the virtual machine "db-0" in namespace shop',
        },
      ],
    ],
    [
      'Diagnose this machine.\n\nNamespace: shop\nVM name: plainname',
      [
        'inspect_machine',
        { namespace: 'shop', vmName: 'plainname', question: 'Diagnose this machine.' },
      ],
    ],
    [
      'Show the history of events of prod/web-1',
      ['machine_timeline', { namespace: 'prod', vmName: 'web-1' }],
    ],
    ['Diagnose the VM', ['inspect_machine', 'lacks', 'namespace', 'vmName']],
  ])('machines: %s', (question, expected) => {
    expect(shape(plan(question, [], catalogue.machines))).toEqual(expected);
  });
});

describe('plan', () => {
  it('reads name and namespace from a YAML attachment', () => {
    const attachment = yaml('kind: VirtualMachine\nmetadata:\n  name: web-1\n  namespace: prod\n');
    expect(shape(plan('Why is this machine failing?', [attachment], machines))).toEqual([
      'inspect_machine',
      { namespace: 'prod', vmName: 'web-1', question: 'Why is this machine failing?' },
    ]);
  });

  it.each([['Tell me a joke'], [''], ['¿?'], ['<b onclick="x()">y</b>']])(
    'calls nothing for %j',
    (question) => {
      expect(plan(question, [], [...weather, ...machines]).kind).toBe('none');
    },
  );

  it('gives the same plan in any order of unequal tools', () => {
    const question = 'Why is prod/web-1 failing?';
    expect(plan(question, [], machines)).toEqual(plan(question, [], [...machines].reverse()));
  });

  it('does not call a tool whose schema refuses the arguments', () => {
    const [reader] = files;
    const strict = {
      ...reader!,
      inputSchema: {
        type: 'object' as const,
        properties: { path: { type: 'string', pattern: '^/' } },
        required: ['path'],
      },
    };
    expect(plan('Read the file notes.txt', [], [strict]).kind).toBe('incomplete');
    expect(plan('Read the file /notes.txt', [], [strict]).kind).toBe('call');
  });

  it.each([
    ['Why is the machine prod/web-1 not starting?', 'inspect_machine', undefined],
    ['Is the restart of the VM prod/web-1 failing?', 'inspect_machine', undefined],
    ['Machine prod/web-1 is not starting', 'inspect_machine', undefined],
    ['Please restart the VM prod/web-1', 'machine_power', 'restart'],
    ['Stop prod/web-1', 'machine_power', 'stop'],
  ])('changes something on order only: %s', (question, name, action) => {
    const made = plan(question, [], [power, ...machines]);
    expect(made).toMatchObject({ kind: 'call', tool: { name }, args: { namespace: 'prod' } });
    expect(made.kind === 'call' && made.args.action).toBe(action);
  });

  it('prefers the read-only one of two tools with the same words', () => {
    const [reader] = files;
    const writer = { ...reader!, name: 'file_read', annotations: {} };
    const made = plan('Read the file /notes.txt', [], [writer, reader!]);
    expect(shape(made)).toEqual(['read_file', { path: '/notes.txt' }]);
  });
});
