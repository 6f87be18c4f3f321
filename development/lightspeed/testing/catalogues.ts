import type { Tool } from '@modelcontextprotocol/sdk/types.js';

type Properties = Record<string, object>;

const tool = (
  name: string,
  description: string,
  properties: Properties,
  required: string[] = [],
): Tool => ({
  name,
  description,
  inputSchema: { type: 'object', properties, required },
  annotations: { readOnlyHint: true },
});

const string = (description: string): object => ({ type: 'string', description });

export const weather: readonly Tool[] = [
  tool(
    'get_forecast',
    'Weather forecast for a city over the next days: temperature, rain, wind.',
    {
      city: string('City name'),
      days: { type: 'integer', description: 'How many days', default: 3 },
    },
    ['city'],
  ),
  tool('list_alerts', 'Severe weather alerts and storm warnings of a region.', {
    region: string('Region or country'),
    level: { type: 'string', enum: ['yellow', 'orange', 'red'] },
  }),
  tool(
    'air_quality',
    'Air pollution measured at a station right now.',
    { stationName: string('Name of the measuring station') },
    ['stationName'],
  ),
];

export const files: readonly Tool[] = [
  tool(
    'read_file',
    'Reads a text file and returns its content.',
    { path: string('Path of the file') },
    ['path'],
  ),
  tool(
    'search_text',
    'Finds lines of text in all files of a folder.',
    { query: string('What to look for'), folder: string('Folder') },
    ['query'],
  ),
  tool(
    'list_directory',
    'Lists the entries of a directory or folder.',
    { path: string('Directory path') },
    ['path'],
  ),
];

export const machines: readonly Tool[] = [
  tool('find_machines', 'Finds virtual machines (VMs) by status, project, labels or errors.', {
    query: { type: 'string', maxLength: 500, description: 'A sentence that says which machines' },
    namespaces: { type: 'array', items: { type: 'string' } },
    limit: { type: 'integer' },
  }),
  tool(
    'inspect_machine',
    'Diagnoses one virtual machine (VM): why it is failing, not starting or cannot migrate.',
    {
      namespace: string('Project of the machine'),
      vmName: string('Name of the VirtualMachine'),
      condition: { type: 'object' },
      question: string('What the user asked'),
    },
    ['namespace', 'vmName'],
  ),
  tool(
    'machine_timeline',
    'Events of a virtual machine in order of time: its history.',
    { namespace: string('Project'), vmName: string('Name'), limit: { type: 'integer' } },
    ['namespace', 'vmName'],
  ),
];

/** A tool that changes something: it declares nothing read-only. */
export const power: Tool = {
  name: 'machine_power',
  description: 'Starts, stops or restarts a virtual machine (VM) that is not starting by itself.',
  inputSchema: {
    type: 'object',
    properties: {
      namespace: string('Project'),
      name: string('Name'),
      action: { type: 'string', enum: ['start', 'stop', 'restart'] },
    },
    required: ['namespace', 'name', 'action'],
  },
  annotations: { destructiveHint: true },
};
