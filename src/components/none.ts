/** Stands where there is no value, as in the console's own list of VirtualMachines. */
export const NONE = '—';
