import { controlPrograms } from './programs';

/** Before the tests, so that their time is their own; a cluster of one's own needs no program. */
if (process.env.KUBECONFIG === undefined) controlPrograms();
