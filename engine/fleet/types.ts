import type { Message } from '../messages';
import type { Signs } from './survey';
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

/** Something several VMs may have in common. `proven`: the cause itself names it. */
export type Factor = { kind: string; name: string; proven: boolean };

export type FleetMachine = {
  namespace: string;
  name: string;
  /** Further causes of this VM, by id. */
  others?: string[];
  /** Where it is another than the group's. */
  severity?: Severity;
  /** What this VM may have in common with others, the most telling first: places in the fleet's `factors`. */
  factors?: number[];
};

export type FleetGroup = {
  rootCauseId: string;
  title: string;
  titleMessage: Message;
  severity: Severity;
  commonFactor?: CommonFactor;
  /** In the order of namespace and name. */
  vms: FleetMachine[];
  total: number;
};

/**
 * Every failing VM of one page, or of several that were merged, as few problems. A message beside
 * the outcome `ok` says why the VMs that remain could not be looked at.
 */
export type Fleet = Answered & {
  nextCursor?: string;
  /** Of the VMs this answer covers. */
  byVerdict: Record<Verdict, number>;
  scope: { namespaces: 'all' | number; hidden: boolean };
  /** The one with most VMs first. */
  groups: FleetGroup[];
  /** What pages need to be grouped anew when they are merged. */
  factors: Factor[];
  /** Failing VMs this answer covers. */
  total: number;
  /** VMs that the next pages cover. */
  remaining: number;
  /** VMs that are not plainly well: those this answer diagnosed, and those the next pages will. */
  diagnosed: number;
  undiagnosed: number;
  unchecked: Unchecked[];
};

export type FleetOptions = {
  /** The answer goes to a model: a namespace whose opt-out label cannot be read is left out. */
  readonly forModel?: boolean;
  /** What is held of all VMs, in place of reading them; a label selector needs what is read. */
  readonly signs?: Signs;
  /** False ends the page with what there is; asked between diagnoses. */
  readonly hasTime?: () => boolean;
  /** Lets other work of the program go on; awaited between diagnoses. */
  readonly pause?: () => Promise<void>;
  /** Told how many of the fleet's VMs that need a look have had one. */
  readonly progress?: (done: number, all: number) => void;
};
