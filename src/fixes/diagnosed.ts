import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { apiVersionOf, RESOURCES, type ObjectRef } from '@cnv-ai/engine/kubernetes';

/** The machine a fix is for, and who is to look again when one was applied. */
export type Diagnosed = {
  readonly vm: ObjectRef;
  readonly refresh: () => void;
  /** The ACM name of another cluster the VM lives on. */
  readonly cluster?: string;
};

/** The machine of a diagnosis; fixes of one that was not found have nothing to change. */
export const diagnosedIn = (
  { vm: { namespace, name, uid } }: Diagnosis,
  refresh: () => void,
  cluster?: string,
): Diagnosed | undefined =>
  uid === undefined
    ? undefined
    : {
        vm: {
          apiVersion: apiVersionOf(RESOURCES.virtualMachines),
          kind: RESOURCES.virtualMachines.kind,
          namespace,
          name,
          uid,
        },
        refresh,
        ...(cluster === undefined ? {} : { cluster }),
      };
