import { textAt } from '@cnv-ai/engine/kubernetes';

/** The other cluster a VM of a fleet view lives on; ACM writes its name into the object. */
export const clusterOf = (vm: unknown): string | undefined => textAt(vm, 'cluster');
