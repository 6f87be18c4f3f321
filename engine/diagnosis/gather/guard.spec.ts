import {
  objectReader,
  OPT_OUT_LABEL,
  RESOURCES,
  unread,
  type KubeObject,
  type Obstacle,
  type Reader,
} from '../../kubernetes';
import { diagnoseFleet } from '../../fleet';
import { checkDependencies } from '../answers/dependencies';
import { suggestFixes } from '../answers/fixes';
import { checkStorage } from '../answers/storage/storage';
import { readTimeline } from '../answers/timeline';
import { diagnose } from '../diagnose';
import { explainStatus } from '../explain-status';
import { claim, dataVolume } from '../testing/disks';
import { clusterScoped, condition, event, namespaced, NOW, vm } from '../testing/factories';

const VAULT = { namespace: 'vault', labels: { canary: 'canary' } };
const CDI = 'cdi.kubevirt.io/v1beta1';
const SOURCE = { source: { pvc: { namespace: 'vault', name: 'gold' } } };
const FROM_VAULT = { sourceRef: { kind: 'DataSource', namespace: 'vault', name: 'rhel' } };

const halfway = namespaced('v1', 'PersistentVolumeClaim', 'tmp-pvc-uid-claim', {
  metadata: VAULT,
  spec: { storageClassName: 'canary-class' },
  status: { phase: 'Pending' },
});

/** What the VM `web` is made from stands in another project. */
const world = (labels?: object): KubeObject[] => [
  clusterScoped('v1', 'Namespace', 'ns'),
  ...(labels === undefined
    ? []
    : [clusterScoped('v1', 'Namespace', 'vault', { metadata: { labels } })]),
  vm({
    template: {
      networks: [{ name: 'lan', multus: { networkName: 'vault/lan' } }],
      volumes: [{ name: 'rootdisk', dataVolume: { name: 'root' } }],
    },
    spec: {
      dataVolumeTemplates: [
        { metadata: { name: 'root' }, spec: SOURCE },
        { metadata: { name: 'data' }, spec: FROM_VAULT },
      ],
    },
    status: { printableStatus: 'Provisioning' },
  }),
  dataVolume('CloneInProgress', [], SOURCE),
  claim(
    'Pending',
    { dataSourceRef: { kind: 'VolumeCloneSource', name: 'source' } },
    { uid: 'uid-claim', annotations: { 'cdi.kubevirt.io/dataSourceNamespace': 'vault' } },
  ),
  namespaced('v1', 'PersistentVolumeClaim', 'gold', {
    metadata: VAULT,
    spec: { storageClassName: 'canary-class' },
    status: { phase: 'Lost' },
  }),
  halfway,
  { ...event(halfway, 'ProvisioningFailed', 'canary'), metadata: { ...VAULT, name: 'e' } },
  namespaced(CDI, 'DataSource', 'rhel', {
    metadata: VAULT,
    status: { conditions: [condition('Ready', 'False', 'canary', 'canary')] },
  }),
  namespaced('k8s.cni.cncf.io/v1', 'NetworkAttachmentDefinition', 'lan', {
    metadata: VAULT,
    spec: { config: '{"type":"canary"}' },
  }),
];

const OUT = { [OPT_OUT_LABEL]: 'yes' };
const unreadable: Obstacle = ({ plural }) =>
  plural === 'namespaces' ? { reason: 'forbidden', message: 'no' } : undefined;
/** Of other projects no labels can be read. */
const shy = (inner: Reader): Reader => ({
  ...inner,
  get: (resource, namespace, name) =>
    (name === 'vault' ? objectReader([], unreadable) : inner).get(resource, namespace, name),
  list: (resource, query, project) =>
    resource === RESOURCES.namespaces
      ? Promise.resolve(unread('forbidden', 'no'))
      : inner.list(resource, query, project),
});

const VM = { namespace: 'ns', vmName: 'web' };
type Ask = (reader: Reader, options: { forModel: boolean }) => Promise<object>;
const TOOLS: readonly (readonly [string, Ask])[] = [
  ['diagnose', (reader, options) => diagnose(reader, VM, NOW, options)],
  [
    'of a migration',
    (reader, options) =>
      diagnose(reader, { ...VM, question: 'why can it not migrate' }, NOW, options),
  ],
  ['dependencies', (reader, options) => checkDependencies(reader, VM, NOW, options)],
  ['storage of a VM', (reader, options) => checkStorage(reader, VM, NOW, options)],
  ['storage', (reader, options) => checkStorage(reader, { namespace: 'ns' }, NOW, options)],
  ['timeline', (reader, options) => readTimeline(reader, VM, NOW, options)],
  ['fixes', (reader, options) => suggestFixes(reader, VM, NOW, options)],
  ['status', (reader, options) => explainStatus(reader, VM, NOW, options)],
  ['fleet', (reader, options) => diagnoseFleet(reader, { namespaces: ['ns'] }, NOW, options)],
];

describe('what a VM names in another project that is left out', () => {
  it.each(TOOLS)('is in no answer: %s', async (_, ask) => {
    const answers = await Promise.all([
      ask(objectReader(world(OUT)), { forModel: true }),
      ask(objectReader(world(OUT)), { forModel: false }),
      ask(shy(objectReader(world({}))), { forModel: true }),
    ]);
    expect(JSON.stringify(answers).match(/canary|rootCauseId":"datasource-not-ready/g)).toBeNull();
  });

  it.each([
    ['the label', objectReader(world(OUT)), true],
    ['the label, for a person', objectReader(world(OUT)), false],
    ['no labels to be read', shy(objectReader(world({}))), true],
  ])('is not checked, and never missing: %s', async (_, reader, forModel) => {
    const there = await diagnose(reader, VM, NOW, { forModel });
    const gone: Reader = {
      ...reader,
      get: (resource, namespace, name) =>
        namespace === 'vault'
          ? Promise.resolve({ state: 'absent' })
          : reader.get(resource, namespace, name),
    };
    expect(await diagnose(gone, VM, NOW, { forModel })).toEqual(there);
    const about = there.unchecked.filter(({ namespace }) => namespace === 'vault');
    expect(about.map(({ resource, name }) => `${resource}/${name ?? ''}`)).toEqual([
      'datasources/rhel',
      'network-attachment-definitions/lan',
      'persistentvolumeclaims/gold',
      'persistentvolumeclaims/tmp-pvc-uid-claim',
    ]);
    expect(about.every(({ message }) => message.includes('roject vault'))).toBe(true);
    expect(about.flatMap(({ couldHide }) => couldHide)).toContain('clone-source-missing');
    expect(there.rootCauses.map(({ id }) => id)).not.toContain('clone-source-missing');
  });

  it.each([
    ['without the label', objectReader(world({})), true],
    ['without the project', objectReader(world()), true],
    ['whose labels cannot be read, for a person', shy(objectReader(world({}))), false],
  ])('is told of one %s', async (_, reader, forModel) => {
    const diagnosis = await diagnose(reader, VM, NOW, { forModel });
    expect(JSON.stringify(diagnosis.rootCauses)).toContain('canary');
    expect(diagnosis.unchecked.filter(({ namespace }) => namespace === 'vault')).toEqual([]);
  });

  it('has its own sentence in a fleet', async () => {
    const { unchecked } = await diagnoseFleet(objectReader(world(OUT)), {}, NOW, {});
    expect(unchecked.map(({ message }) => message)).toContain(
      'Project vault is left out of AI assistance by its administrator: its datasources were not looked at.',
    );
  });
});
