import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Cluster } from '../../cnv-diagnostic/kubernetes/cluster';
import { selfSigned } from '../../development/cluster/certificate';
import type { DevelopmentUser } from '../../development/cluster';
import { freePort, startProgram, untilReady, type Program } from '../program';
import { etcdClient } from './etcd';
import { controlPrograms } from './programs';
import { requests } from './requests';

/** A real kube-apiserver with its etcd; nothing else runs, so nothing changes what is written. */
export type ControlPlane = {
  readonly cluster: Cluster;
  /** May do everything. */
  readonly rootToken: string;
  /** Puts objects into etcd as they are, which no API can do: times, uids and status are kept. */
  readonly store: (objects: readonly KubeObject[]) => Promise<void>;
  /** Compacts etcd: older resourceVersions are answered 410 from here on. */
  readonly forget: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const PATIENCE = 60_000;

/** A line of `--token-auth-file`. */
const tokenLine = (token: string, name: string, uid: string, groups: readonly string[]): string =>
  `${token},${name},${uid},"${groups.join(',')}"\n`;

type Files = Readonly<Record<'folder' | 'tokens' | 'cert' | 'key' | 'accounts', string>>;

const writeFiles = (
  users: readonly DevelopmentUser[],
  rootToken: string,
  cert: string,
  key: string,
): Files => {
  const folder = mkdtempSync(join(tmpdir(), 'cnv-ai-apiserver-'));
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const people = users.map(({ token, name, uid, groups }) => tokenLine(token, name, uid, groups));
  return {
    folder,
    tokens: file(
      'tokens',
      [tokenLine(rootToken, 'root', 'root', ['system:masters']), ...people].join(''),
    ),
    cert: file('tls.crt', cert),
    key: file('tls.key', key),
    accounts: file('accounts.key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  };
};

const serverFlags = (files: Files, port: number, etcd: string): string[] => [
  '--bind-address=127.0.0.1',
  `--secure-port=${port}`,
  `--etcd-servers=${etcd}`,
  `--tls-cert-file=${files.cert}`,
  `--tls-private-key-file=${files.key}`,
  `--token-auth-file=${files.tokens}`,
  `--service-account-key-file=${files.accounts}`,
  `--service-account-signing-key-file=${files.accounts}`,
  '--service-account-issuer=https://kubernetes.default.svc',
  '--service-cluster-ip-range=10.0.0.0/24',
  '--authorization-mode=RBAC',
  '--endpoint-reconciler-type=none',
  // What is put into etcd by a test is JSON.
  '--storage-media-type=application/json',
  // Nothing expires by itself while a test runs.
  '--etcd-compaction-interval=0',
  '--anonymous-auth=true',
];

/** Starts etcd and kube-apiserver on loopback with the tokens of `users`. */
export const startControlPlane = async (
  users: readonly DevelopmentUser[] = [],
): Promise<ControlPlane> => {
  const programs = controlPrograms();
  const [port, clientPort, peerPort] = [await freePort(), await freePort(), await freePort()];
  const rootToken = randomBytes(18).toString('base64url');
  const { cert, key } = selfSigned(Date.now());
  const files = writeFiles(users, rootToken, cert, key);
  const etcdUrl = `http://127.0.0.1:${clientPort}`;
  const peerUrl = `http://127.0.0.1:${peerPort}`;
  const running: Program[] = [];
  const close = async (): Promise<void> => {
    for (const program of running.reverse()) await program.stop();
    rmSync(files.folder, { recursive: true, force: true });
  };
  try {
    const etcd = startProgram(programs.etcd, [
      `--data-dir=${join(files.folder, 'etcd')}`,
      `--listen-client-urls=${etcdUrl}`,
      `--advertise-client-urls=${etcdUrl}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
      '--unsafe-no-fsync',
      '--log-level=error',
    ]);
    running.push(etcd);
    await untilReady(etcd, async () => (await fetch(`${etcdUrl}/health`)).ok, PATIENCE);
    const server = startProgram(programs['kube-apiserver'], serverFlags(files, port, etcdUrl));
    running.push(server);
    const cluster = { server: `https://127.0.0.1:${port}`, ca: cert };
    const door = requests(cluster);
    const send = door.as({ token: rootToken });
    await untilReady(server, async () => (await send('/readyz')).code === 200, PATIENCE);
    await door.close();
    return { cluster, rootToken, ...etcdClient(etcdUrl), close };
  } catch (error) {
    await close();
    throw error;
  }
};
