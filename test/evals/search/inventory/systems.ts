/** A guest operating system: how a VirtualMachine names it, and what its agent reports. */
export type System = {
  readonly preference: string;
  readonly id: string;
  readonly versionId: string;
  readonly prettyName: string;
};

const system = (preference: string, id: string, versionId: string, prettyName: string): System => ({
  preference,
  id,
  versionId,
  prettyName,
});

export const SYSTEMS = {
  rhel7: system('rhel.7', 'rhel', '7.9', 'Red Hat Enterprise Linux Server 7.9 (Maipo)'),
  rhel8: system('rhel.8', 'rhel', '8.10', 'Red Hat Enterprise Linux 8.10 (Ootpa)'),
  rhel9: system('rhel.9', 'rhel', '9.4', 'Red Hat Enterprise Linux 9.4 (Plow)'),
  fedora: system('fedora', 'fedora', '42', 'Fedora Linux 42 (Cloud Edition)'),
  stream9: system('centos.stream9', 'centos', '9', 'CentOS Stream 9'),
  stream10: system('centos.stream10', 'centos', '10', 'CentOS Stream 10 (Coughlan)'),
  ubuntu22: system('ubuntu', 'ubuntu', '22.04', 'Ubuntu 22.04.5 LTS'),
  ubuntu24: system('ubuntu', 'ubuntu', '24.04', 'Ubuntu 24.04.1 LTS'),
  debian12: system('debian', 'debian', '12', 'Debian GNU/Linux 12 (bookworm)'),
  sles15: system('sles', 'sles', '15.6', 'SUSE Linux Enterprise Server 15 SP6'),
  win16: system('windows.2k16', 'mswindows', '2016', 'Windows Server 2016 Standard'),
  win19: system('windows.2k19', 'mswindows', '2019', 'Windows Server 2019 Standard'),
  win22: system('windows.2k22', 'mswindows', '2022', 'Windows Server 2022 Datacenter'),
  win11: system('windows.11', 'mswindows', '11', 'Windows 11 Enterprise'),
} as const satisfies Record<string, System>;

export type SystemName = keyof typeof SYSTEMS;

/** The system that a machine names, or has beside the table. */
export const systemOf = (system: SystemName | System): System =>
  typeof system === 'string' ? SYSTEMS[system] : system;
