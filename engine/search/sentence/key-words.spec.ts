import { interpret } from '../interpret';
import { toRecord } from '../records/record';
import { machine, NOW } from '../testing/machines';
import { vocabularyOf } from '../vocabulary';

const carrying = (labels: Record<string, string>) =>
  toRecord(machine('shop-a', `web-${Object.values(labels).join('-')}`, { labels }));

const VOCABULARY = vocabularyOf(
  [
    carrying({ owner: 'alice', 'cost-center': '5200', 'support-group': 'lab-it' }),
    carrying({ owner: 'bob', 'cost-center': '4400', 'managed-by': 'terraform' }),
    carrying({ 'app.kubernetes.io/component': 'cache' }),
    carrying({ 'app.kubernetes.io/name': 'domain-controller', 'support-group': 'windows-desk' }),
    carrying({ 'app.kubernetes.io/name': 'sql-server' }),
    carrying({ 'app.kubernetes.io/name': 'desktop' }),
    carrying({ 'app.kubernetes.io/name': 'till-server', squad: 'yard' }),
  ],
  new Map<string, Record<string, string>>([
    ['shop-a', { department: 'imaging', environment: 'live' }],
    ['shop-b', { department: 'clinical', environment: 'training' }],
    ['depot-north', { department: 'clinical' }],
    ['depot-south', {}],
  ]),
);

const read = (sentence: string): string => {
  const { outcome, interpretation, aggregate } = interpret(sentence, VOCABULARY, { now: NOW });
  if (outcome !== 'ok') return outcome;
  const by = aggregate?.by === undefined ? '' : ` by ${aggregate.by}`;
  return `${interpretation.readable}${by}`;
};

it.each([
  // The key of a label in words.
  ['cost center 5200', 'Label is cost-center=5200'],
  ['VMs of cost centre 5200', 'Label is cost-center=5200'],
  ['VMs charged to cost center 5200', 'Label is cost-center=5200'],
  ['VMs of the lab-it support group', 'Label is support-group=lab-it'],
  ['VMs in support group lab-it', 'Label is support-group=lab-it'],
  ['VMs without cost center', 'Label lacks cost-center'],
  ['VMs per cost center', 'All virtual machines by label:cost-center'],
  ['VMs by component', 'All virtual machines by label:app.kubernetes.io/component'],
  ['component is cache', 'Label is app.kubernetes.io/component=cache'],
  // A verb is one only beside its value.
  ['managed by terraform', 'Label is managed-by=terraform'],
  ['managed by alice', 'Label is owner=alice'],
  ['VMs where the cost center label is set', 'Label has cost-center'],
  ['VMs with no cost center set', 'Label lacks cost-center'],
  ['terraform managed VMs', 'Label is managed-by=terraform'],
  ['alice as owner', 'Label is owner=alice'],
  // A value in words, or misspelt where nothing else is called so.
  ['domain controllers', 'Label is app.kubernetes.io/name=domain-controller'],
  [
    'which sql servers are stopped?',
    'Label is app.kubernetes.io/name=sql-server, Status is Stopped',
  ],
  ['support group windows-dsek', 'Label is support-group=windows-desk'],
  ['VMs ownd by alcie', 'ambiguous'],
  ['owner alcie', 'not_understood'],
  ['what is the cache in shop-a?', 'not_understood'],
  [
    'VMs except support group lab-it and support group windows-desk',
    'Label is not support-group=lab-it or support-group=windows-desk',
  ],
  // What machines are for is a value where one is called so, else a word for machines.
  ['show the desktops', 'Label is app.kubernetes.io/name=desktop'],
  ['windows 11 desktops', 'Operating system is Windows 11'],
  // Whatever label says so, where only one does.
  ['VMs that belong to lab-it', 'Label is support-group=lab-it'],
  ['VMs that belong to nobody-knows', 'ambiguous'],
  ['owned by (alice or bob)', 'Label is owner=alice or owner=bob'],
  [
    'app.kubernetes.io/name=till-server and stopped',
    'Label is app.kubernetes.io/name=till-server, Status is Stopped',
  ],
  ['VMs of team yard', 'Label is squad=yard'],
  // What only projects are labelled with.
  ['VMs of the imaging department', 'Project is shop-a'],
  ['everything in namespaces of the clinical department', 'Project is depot-north or shop-b'],
  ['VMs in the live environment', 'Project is shop-a'],
  ['environment=training', 'Project is shop-b'],
  ['environment!=training', 'Project is depot-north or depot-south or shop-a'],
  ['VMs of the radiology department', 'not_understood'],
  ['depot VMs', 'Project is depot-*'],
  ['VMs in depot north', 'Project is depot-north'],
  ['imaging machines', 'Project is shop-a'],
])('%s: %s', (sentence, expected) => {
  expect(read(sentence)).toBe(expected);
});
