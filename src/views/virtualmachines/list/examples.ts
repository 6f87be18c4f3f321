/**
 * Questions that show what the search understands. They are typed into the bar as they stand, so
 * they are not translated.
 */
export const EXAMPLES: readonly string[] = [
  'VMs that failed to start in the last hour',
  'running VMs with more than 4 vCPU',
  'stopped VMs in production namespaces',
  'Windows VMs with at least 8 GiB memory',
  'VMs created in the last 7 days that are not running',
  'how many VMs by status',
];
