import type { Message } from '../messages';
import type { Answered, Severity, Unchecked, Verdict } from '../diagnosis';

export type FleetRequest = {
  /** Names; wildcards allowed. All that the caller may see unless given. */
  namespaces?: readonly string[];
  labelSelector?: string;
  /** So many VMs are diagnosed for one answer; 1,000 unless given, and at most. */
  limit?: number;
  cursor?: string;
};

/** What the VMs of a group have in common beside their cause. */
export type CommonFactor = {
  kind: string;
  /** With its project where the kind has one: "finance/compute". */
  name: string;
  message: string;
  messageMessage: Message;
};

export type FleetGroup = {
  rootCauseId: string;
  title: string;
  titleMessage: Message;
  severity: Severity;
  commonFactor?: CommonFactor;
  /** `others`: further causes of this VM, by id. */
  vms: { namespace: string; name: string; others?: string[] }[];
  total: number;
};

/** Every failing VM of one page, as few problems. */
export type Fleet = Answered & {
  nextCursor?: string;
  /** Of the VMs this answer covers. */
  byVerdict: Record<Verdict, number>;
  scope: { namespaces: 'all' | number; hidden: boolean };
  /** The one with most VMs first. */
  groups: FleetGroup[];
  /** Failing VMs this answer covers. */
  total: number;
  /** VMs that the next pages cover. */
  remaining: number;
  unchecked: Unchecked[];
};

export type FleetOptions = {
  /** The answer goes to a model: a namespace whose opt-out label cannot be read is left out. */
  readonly forModel?: boolean;
  /** False ends the page with what there is; asked between diagnoses. */
  readonly hasTime?: () => boolean;
  /** Lets other work of the program go on; awaited between diagnoses. */
  readonly pause?: () => Promise<void>;
  /** Told how many of the VMs that need a look have had one. */
  readonly progress?: (done: number, all: number) => void;
};
