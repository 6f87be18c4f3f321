/** Operating system families, and how names of preferences, templates and agents begin. */
const FAMILIES: readonly (readonly [family: string, starts: readonly string[]])[] = [
  ['Windows', ['windows', 'win', 'mswindows']],
  ['RHEL', ['rhel', 'redhat']],
  ['CentOS', ['centos']],
  ['Fedora', ['fedora']],
  ['Ubuntu', ['ubuntu']],
  ['Debian', ['debian']],
  ['SLES', ['sles', 'sle', 'suse']],
  ['openSUSE', ['opensuse']],
  ['Oracle Linux', ['oraclelinux', 'ol', 'oracle']],
  ['AlmaLinux', ['almalinux', 'alma']],
  ['Rocky Linux', ['rocky']],
  ['Alpine', ['alpine']],
  ['CirrOS', ['cirros']],
  ['FreeBSD', ['freebsd']],
];

export const OS_FAMILIES = FAMILIES.map(([family]) => family);

/** Every family but Windows and FreeBSD: what "linux" stands for. */
export const LINUX_FAMILIES = OS_FAMILIES.filter(
  (family) => family !== 'Windows' && family !== 'FreeBSD',
);

const EXACT = new Map(FAMILIES.flatMap(([family, starts]) => starts.map((s) => [s, family])));

/** The family of `rhel.9`, `win2k22`, `ubuntu`, …: the letters it begins with must be known. */
export const familyOf = (text: string): string | undefined => {
  const letters = /^[a-z]+/.exec(text.toLowerCase())?.[0] ?? '';
  return EXACT.get(letters) ?? (letters === 'centosstream' ? 'CentOS' : undefined);
};
