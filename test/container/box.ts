import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { at, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { Cleanup } from '../../cnv-diagnostic/testing/serving';
import type { Manifest } from '../chart/policies';
import { startProgram, type Program } from '../program';

/** What a container has beside the programs of this machine: paths inside, and what is there. */
export type Box = {
  /** Files and folders, read-only. */
  readonly mounts: Readonly<Record<string, string>>;
  /** Folders that are empty and may be written to; all else is read-only. */
  readonly scratch?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** As OpenShift runs containers: a user nobody knows, in the group of root. */
const USER = ['--reuid', '1000680000', '--regid', '0', '--clear-groups', '--no-new-privs'];

const isRoot = process.getuid?.() === 0;

/** As a list of flags for bubblewrap. */
const flagsOf = ({ mounts, scratch = [], env = {} }: Box): string[] => [
  ...(isRoot ? [] : ['--unshare-user', '--uid', '1000680000', '--gid', '0']),
  ...['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--die-with-parent'],
  ...[
    '--cap-drop',
    'ALL',
    '--clearenv',
    '--setenv',
    'PATH',
    `${dirname(process.execPath)}:/usr/bin:/usr/sbin:/bin`,
  ],
  ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
  ...['--ro-bind', '/usr', '/usr', '--proc', '/proc', '--dev', '/dev'],
  ...['/lib', '/lib64', '/bin', '/sbin'].flatMap((path) => ['--ro-bind-try', path, path]),
  ...['--ro-bind', process.execPath, process.execPath],
  ...Object.entries(mounts).flatMap(([inside, outside]) => ['--ro-bind', outside, inside]),
  ...scratch.flatMap((path) => ['--tmpfs', path]),
  ...['--remount-ro', '/'],
];

/** Starts a program in a container of its own, with the network of this machine. */
export const startBox = (box: Box, command: readonly string[]): Program => {
  // What it says on standard output is kept with its errors.
  const told = ['sh', '-c', 'exec "$@" 1>&2', 'sh', ...command];
  const boxed = ['bwrap', ...flagsOf(box), ...told];
  const [program = '', ...args] = isRoot ? ['setpriv', ...USER, ...boxed] : boxed;
  return startProgram(program, args);
};

/** A folder of a test that the user of a container may read. */
export const readableFolder = (done: Cleanup): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cnv-ai-container-'));
  chmodSync(folder, 0o755);
  done.add(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Where things of a pod are on this machine: its volumes, and the value of variables from elsewhere. */
export type Provided = {
  readonly volumes: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
};

/** The only container of a workload of the chart, as the kubelet would make it. */
export const boxOf = (workload: Manifest, { volumes, env = {} }: Provided): Box => {
  const pod = at(workload, 'spec', 'template', 'spec');
  const [container] = listAt(pod, 'containers');
  const isEmpty = (name: string): boolean =>
    listAt(pod, 'volumes').some(
      (volume) => textAt(volume, 'name') === name && at(volume, 'emptyDir') !== undefined,
    );
  const mounts = listAt(container, 'volumeMounts').map((mount) => ({
    name: textAt(mount, 'name') ?? '',
    path: textAt(mount, 'mountPath') ?? '',
  }));
  return {
    scratch: mounts.filter(({ name }) => isEmpty(name)).map(({ path }) => path),
    mounts: Object.fromEntries(
      mounts
        .filter(({ name }) => !isEmpty(name))
        .map(({ name, path }) => {
          const outside = volumes[name];
          if (outside === undefined) throw new Error(`Nothing is provided for volume ${name}.`);
          return [path, outside];
        }),
    ),
    env: {
      ...Object.fromEntries(
        listAt(container, 'env').flatMap((entry) => {
          const [name, value] = [textAt(entry, 'name') ?? '', textAt(entry, 'value')];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
      ...env,
    },
  };
};
