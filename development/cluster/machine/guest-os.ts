import type { KubeObject } from '@cnv-ai/engine/kubernetes';

/** An operating system: how its preference is called and what its guest agent reports. */
export type GuestOs = {
  /** As in the `vm.kubevirt.io/os` annotation. */
  readonly id: string;
  readonly preference: string;
  readonly displayName: string;
  readonly guest: KubeObject;
};

const linux = (
  id: string,
  preference: string,
  name: string,
  versionId: string,
  kernelRelease: string,
  guestId: string,
): GuestOs => ({
  id,
  preference,
  displayName: `${name} ${versionId}`,
  guest: {
    id: guestId,
    name,
    prettyName: `${name} ${versionId}`,
    version: versionId,
    versionId,
    kernelRelease,
    kernelVersion: '#1 SMP PREEMPT_DYNAMIC',
    machine: 'x86_64',
  },
});

const windows = (id: string, preference: string, year: string, kernelRelease: string): GuestOs => ({
  id,
  preference,
  displayName: `Microsoft Windows Server ${year}`,
  guest: {
    id: 'mswindows',
    name: 'Microsoft Windows',
    prettyName: `Windows Server ${year} Standard`,
    version: `Microsoft Windows Server ${year}`,
    versionId: year,
    kernelRelease,
    kernelVersion: '10.0',
    machine: 'x86_64',
  },
});

export const RHEL8 = linux(
  'rhel8',
  'rhel.8',
  'Red Hat Enterprise Linux',
  '8.10',
  '4.18.0-553.el8_10.x86_64',
  'rhel',
);
export const RHEL9 = linux(
  'rhel9',
  'rhel.9',
  'Red Hat Enterprise Linux',
  '9.6',
  '5.14.0-570.12.1.el9_6.x86_64',
  'rhel',
);
export const FEDORA = linux(
  'fedora',
  'fedora',
  'Fedora Linux',
  '42',
  '6.14.9-300.fc42.x86_64',
  'fedora',
);
export const CENTOS = linux(
  'centos-stream9',
  'centos.stream9',
  'CentOS Stream',
  '9',
  '5.14.0-592.el9.x86_64',
  'centos',
);
export const UBUNTU = linux('ubuntu', 'ubuntu', 'Ubuntu', '24.04', '6.8.0-60-generic', 'ubuntu');
export const DEBIAN = linux(
  'debian',
  'debian',
  'Debian GNU/Linux',
  '12',
  '6.1.0-35-amd64',
  'debian',
);
export const WINDOWS2019 = windows('windows2k19', 'windows.2k19', '2019', '17763');
export const WINDOWS2022 = windows('windows2k22', 'windows.2k22', '2022', '20348');

export const GUEST_SYSTEMS: readonly GuestOs[] = [
  RHEL8,
  RHEL9,
  FEDORA,
  CENTOS,
  UBUNTU,
  DEBIAN,
  WINDOWS2019,
  WINDOWS2022,
];
