import type { Diagnosis, Fix, RootCause } from '@cnv-ai/engine/diagnosis';
import { english, say, type Message } from '@cnv-ai/engine/messages';
import type { Chip, Interpretation, SearchResult, VmRow } from '@cnv-ai/engine/search';

const NOW = '2026-11-20T14:00:00Z';

/** A sentence and its twin under the name of its field. */
const told = <F extends string>(field: F, message: Message) =>
  ({ [field]: english(message), [`${field}Message`]: message }) as Record<F, string> &
    Record<`${F}Message`, Message>;

export const makeFix = (overrides: Partial<Fix> = {}): Fix => ({
  id: 'add-node-label',
  ...told('description', say('Label a node so that the node selector matches')),
  ...told('effect', say('Starts the VirtualMachine')),
  command: 'oc label node worker-1 disk=ssd',
  risk: 'confirm',
  ...overrides,
});

export const makeRootCause = (overrides: Partial<RootCause> = {}): RootCause => ({
  id: 'unschedulable-node-selector',
  ...told('title', say('No node matches the node selector')),
  severity: 'critical',
  confidence: 'certain',
  ...told('explanation', say('The node selector asks for {{label}}.', { label: 'disk=ssd' })),
  evidence: [
    {
      source: 'object',
      ref: { apiVersion: 'v1', kind: 'Pod', namespace: 'demo', name: 'virt-launcher-db-x' },
      path: '/status/conditions/0/message',
      value: '0/3 nodes are available',
    },
  ],
  fixes: [makeFix()],
  ...overrides,
});

export const makeDiagnosis = (overrides: Partial<Diagnosis> = {}): Diagnosis => ({
  vm: { namespace: 'demo', name: 'db', uid: 'uid-db', status: 'ErrorUnschedulable' },
  verdict: 'problem',
  ...told('summary', say('{{vm}} cannot start: no node matches.', { vm: 'demo/db' })),
  rootCauses: [makeRootCause()],
  checks: [
    {
      id: 'volumes-bound',
      ...told('name', say('Volumes are bound')),
      result: 'passed',
      ...told('message', say('All volumes are bound')),
    },
  ],
  suggestions: [],
  timeline: [
    {
      time: '2026-11-20T13:40:00Z',
      object: {
        apiVersion: 'kubevirt.io/v1',
        kind: 'VirtualMachine',
        namespace: 'demo',
        name: 'db',
      },
      reason: 'FailedScheduling',
      message: '0/3 nodes are available',
      severity: 'error',
      count: 4,
    },
  ],
  graph: { nodes: [], edges: [] },
  unchecked: [],
  observedAt: NOW,
  ...overrides,
});

export const makeChip = (overrides: Partial<Chip> = {}): Chip => ({
  id: 'chip-status',
  field: 'status',
  ...told('label', say('Status')),
  operator: 'is',
  operatorMessage: say('is'),
  value: 'Running',
  confidence: 'high',
  span: [0, 7],
  where: { field: 'status', op: 'in', value: ['Running'] },
  ...overrides,
});

export const makeRow = (overrides: Partial<VmRow> = {}): VmRow => ({
  namespace: 'demo',
  name: 'db',
  uid: `uid-${overrides.name ?? 'db'}`,
  status: 'Running',
  statusSince: '2026-11-20T13:40:00Z',
  node: 'worker-1',
  os: 'Red Hat Enterprise Linux 9',
  vcpu: 2,
  memory: 4 * 2 ** 30,
  ips: ['10.128.0.10'],
  created: '2026-11-01T08:00:00Z',
  ...overrides,
});

export const makeInterpretation = (overrides: Partial<Interpretation> = {}): Interpretation => ({
  where: { all: [makeChip().where] },
  ...told('readable', say('Status is Running')),
  chips: [makeChip()],
  ignored: [],
  notUnderstood: [],
  confidence: 'high',
  ...overrides,
});

export const makeSearchResult = (overrides: Partial<SearchResult> = {}): SearchResult => ({
  outcome: 'ok',
  interpretation: makeInterpretation(),
  total: 1,
  vms: [makeRow()],
  unchecked: [],
  unknown: 0,
  listUrl: '/k8s/all-namespaces/kubevirt.io~v1~VirtualMachine?rowFilter-status=Running',
  scope: { namespaces: 'all', hidden: false },
  asOf: NOW,
  ...overrides,
});
