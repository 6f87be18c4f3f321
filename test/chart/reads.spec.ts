import {
  objectReader,
  RESOURCES,
  type Obstacle,
  type Reader,
  type Resource,
} from '@cnv-ai/engine/kubernetes';
import { CATALOGUE } from '../../cnv-diagnostic/tools';
import type { ToolContext } from '../../cnv-diagnostic/tools/tool';
import { loadScenarios, type Scenario } from '../../development/scenarios/load';
import { NOW, worldOf } from '../../development/scenarios/world';
import { rightsOf } from './rights';

jest.setTimeout(120_000);

/** Rights that were needed, one line each: `kubevirt.io/virtualmachines list`. */
const used = new Set<string>();

const note = ({ group, plural }: Resource, verb: string): void =>
  void used.add(`${group}/${plural} ${verb}`);

const noting = (reader: Reader): Reader => ({
  get: (resource, ...place) => {
    note(resource, 'get');
    return reader.get(resource, ...place);
  },
  list: (resource, ...query) => {
    note(resource, 'list');
    return reader.list(resource, ...query);
  },
});

const contextOf = (reader: Reader): ToolContext => ({
  reader,
  inventory: { source: reader, admit: (search) => search() },
  dryRun: () => Promise.resolve({ result: 'accepted' }),
  now: NOW,
  remaining: () => 60_000,
});

const ask = async (reader: Reader, name: string, args: object): Promise<void> => {
  const call = CATALOGUE.find((tool) => tool.name === name)?.prepare(args);
  if (call === undefined || 'problem' in call) throw new Error(`${name} does not take this.`);
  await call.run(contextOf(reader));
};

/** The other tools about one machine read what these do, or less. */
const OF_ONE = ['diagnose_vm_error', 'check_vm_storage'];
const OF_SOME = ['explain_vm_status', 'suggest_vm_fix', 'check_vm_dependencies', 'get_vm_timeline'];

/** What OpenShift answers who may read his projects and no namespaces. */
const noNamespaces: Obstacle = ({ plural }) =>
  plural === 'namespaces' ? { reason: 'forbidden', message: 'no' } : undefined;

const askAll = async (
  scenario: Scenario,
  tools: readonly string[],
  obstacle?: Obstacle,
): Promise<void> => {
  const reader = noting(objectReader(worldOf(scenario), obstacle));
  const { namespace, vmName, question } = scenario.request;
  for (const name of tools) await ask(reader, name, { namespace, vmName });
  if (question !== undefined) {
    await ask(reader, 'diagnose_vm_error', { namespace, vmName, question });
  }
  await ask(reader, 'diagnose_vm_fleet', {});
};

const SEARCHES = [
  { query: 'all VMs', columns: ['node', 'os', 'storageClass', 'network', 'labels'] },
  { query: 'all VMs', columns: ['lastSnapshot', 'lastBackup'] },
  { query: 'VMs that are migrating' },
  { query: 'VMs with instance type u1.large or preference rhel.9' },
  { query: 'VMs with a PVC larger than 10 GiB' },
  { hasErrors: true },
];

it('the role for readers grants what the code reads, and nothing else', async () => {
  const scenarios = loadScenarios(NOW);
  for (const scenario of scenarios) await askAll(scenario, OF_ONE);
  const [some, ...more] = scenarios.filter((_, index) => index % 20 === 0);
  for (const scenario of more) await askAll(scenario, OF_SOME, noNamespaces);
  if (some === undefined) throw new Error('There are no scenarios.');
  for (const obstacle of [undefined, noNamespaces]) {
    for (const args of SEARCHES) {
      await ask(noting(objectReader(worldOf(some), obstacle)), 'search_vms_semantic', args);
    }
  }
  // For a fleet, what many machines name is read in lists (engine/fleet/shared-reader.ts).
  for (const right of [...used]) used.add(right.replace(/ get$/, ' list'));
  // A page of the console follows the machines it shows (src/answers/follow.ts).
  note(RESOURCES.virtualMachines, 'watch');
  const isSecret = (right: string): boolean => right.startsWith('/secrets ');
  expect(rightsOf('files/reader-rules.yaml')).toEqual(
    [...used].filter((right) => !isSecret(right)).sort(),
  );
  expect([...used].some(isSecret)).toBe(true);
});
