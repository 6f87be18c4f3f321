import type { Rule } from '../rule';
import { claim, dataVolume, diskFacts, importer, PRIME, running } from './disks';
import { ago, condition, namespaced, run } from './factories';

const refused = importer({}, 'Pending');

/** An importer pod that no node takes. */
const worker = {
  ...refused,
  status: {
    phase: 'Pending',
    conditions: [condition('PodScheduled', 'False', 'Unschedulable', '0/3 nodes are available')],
  },
};

export const waitingImport = {
  volume: dataVolume('ImportScheduled'),
  held: claim('Pending'),
  importers: [worker],
};

/** The scratch space of the import, not bound for this long. */
export const pendingScratch = (minutes = 60) =>
  namespaced('v1', 'PersistentVolumeClaim', `${PRIME}-scratch`, {
    metadata: { creationTimestamp: ago(minutes) },
    status: { phase: 'Pending' },
  });

/** What CDI says of an import that failed with these words. */
export const failingImport = (message: string) =>
  diskFacts({
    volume: dataVolume('ImportInProgress', [running('False', 'Error', message)]),
    held: claim('Pending'),
  });

const GET = 'Unable to connect to http data source: Get "https://h/x": ';

/** How importers of CDI fail, by the cause. */
const FAILURES: Readonly<Record<string, readonly string[]>> = {
  'importer-http-unreachable': [
    'Unable to connect to http data source: expected status code 200, got 404.',
    `${GET}dial tcp: lookup h on 10.0.0.1:53: no such host`,
    `${GET}dial tcp 10.0.0.9:443: connect: connection refused`,
    'nbdkit: curl[1]: error: pread: Failed to connect to h port 443: No route to host',
    `${GET}proxyconnect tcp: dial tcp 10.0.0.9:3128: i/o timeout`,
  ],
  'importer-tls': [
    `${GET}tls: failed to verify certificate: x509: certificate signed by unknown authority`,
    `${GET}x509: certificate has expired or is not yet valid`,
    `${GET}x509: certificate is valid for a.example, not h`,
  ],
  'importer-auth': [
    'Unable to connect to http data source: expected status code 200, got 401.',
    'Unable to connect to http data source: expected status code 200, got 403.',
    'Failed to read registry image: unauthorized: access to the resource is denied',
    'Unable to connect to vddk data source: ServerFaultCode: Cannot complete login due to an incorrect user name or password.',
    'Unable to connect to vddk data source: ServerFaultCode: Permission to perform this operation was denied.',
    'Unable to connect to imageio data source: access_denied : Cannot authenticate user',
    'Unable to connect to s3 data source: could not get s3 object: "a/b": ExpiredToken: The provided token has expired.',
  ],
  'importer-registry-pull-failed': [
    'Failed to read registry image: Error retrieving image: manifest unknown',
    'Failed to read registry image: pinging: dial tcp: no such host',
  ],
  'importer-image-too-large': [
    'virtual image size 5 is larger than the reported available storage 4. A larger',
    'Virtual image size 5 is larger than available size 4 (PVC size 4, reserved',
  ],
  'importer-no-disk-in-container': ['Failed to find VM disk image file in the container image'],
  'importer-checksum-mismatch': ['checksum mismatch: expected sha256:00, got sha256:11'],
};

/** A rule tells of no import that fails in the way of another one. */
export const itLeavesOtherImports = (rule: Rule): void => {
  const others = Object.entries(FAILURES).filter(([id]) => id !== rule.id);
  it.each(others)('leaves %s to its own rule', (_, messages) => {
    expect(messages.flatMap((message) => run(rule, failingImport(message)))).toEqual([]);
  });
};

/** A rule tells of every import that fails in its way, and of no other. */
export const itTellsOfItsImports = (rule: Rule): void => {
  it.each(FAILURES[rule.id] ?? [])('%s', (message) => {
    expect(run(rule, failingImport(message))).toHaveLength(1);
  });
  itLeavesOtherImports(rule);
};
