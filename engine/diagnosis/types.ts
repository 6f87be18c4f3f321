import type { Message } from '../messages';
import type { Change, ObjectRef, UnreadReason } from '../kubernetes';

export type Severity = 'critical' | 'warning' | 'info';
export type Confidence = 'certain' | 'likely' | 'possible';
export type Verdict =
  | 'healthy'
  | 'in_progress'
  | 'stopped'
  | 'problem'
  | 'unknown'
  | 'not_found'
  | 'forbidden'
  | 'unavailable';

/**
 * Proof of a finding. `path` is a JSON Pointer into the object as the API server gave it and
 * `value` what stands there, through `present()`. `absent`: the API server answered 404, path and
 * value are empty. `reported`: text the caller gave.
 */
export type Evidence = {
  source: 'object' | 'absent' | 'reported';
  ref: ObjectRef;
  path: string;
  value: string;
  observedAt?: string;
};

export type FixAction = Change;

export type Fix = {
  id: string;
  description: string;
  descriptionMessage: Message;
  /** oc or virtctl, ready to paste. */
  command?: string;
  /** What it does to the running VM. */
  effect?: string;
  effectMessage?: Message;
  risk: 'safe' | 'confirm' | 'manual';
  action?: FixAction;
};

export type RootCause = {
  /** From the failure catalogue; ids are append-only. */
  id: string;
  title: string;
  titleMessage: Message;
  severity: Severity;
  confidence: Confidence;
  explanation: string;
  explanationMessage: Message;
  evidence: Evidence[];
  fixes: Fix[];
};

export type Check = {
  id: string;
  name: string;
  nameMessage: Message;
  result: 'passed' | 'failed' | 'warning' | 'unchecked' | 'not_applicable';
  message: string;
  messageMessage: Message;
};

export type Unchecked = {
  /** Plural, as in RBAC: "pods". */
  resource: string;
  reason: UnreadReason;
  message: string;
  messageMessage: Message;
  namespace?: string;
  name?: string;
  /** Root causes that are not ruled out without it. */
  couldHide: string[];
};

export type TimelineEntry = {
  time: string;
  object: ObjectRef;
  reason: string;
  message: string;
  /** Of our own sentences only; what events and conditions say is data. */
  messageMessage?: Message;
  severity: 'info' | 'warning' | 'error';
  count?: number;
};

export type GraphState = 'ok' | 'warning' | 'error' | 'unknown' | 'missing';
export type Graph = {
  nodes: { ref: ObjectRef; state: GraphState; label: string }[];
  edges: { from: ObjectRef; to: ObjectRef; relation: string }[];
};

/** The answer about one VM. Times are RFC 3339 UTC. */
export type Diagnosis = {
  vm: {
    namespace: string;
    name: string;
    uid?: string;
    resourceVersion?: string;
    status?: string;
    node?: string;
  };
  verdict: Verdict;
  summary: string;
  summaryMessage: Message;
  /** Independent causes: the one that blocks now first, latent ones after. */
  rootCauses: RootCause[];
  checks: Check[];
  suggestions: Fix[];
  timeline: TimelineEntry[];
  graph: Graph;
  unchecked: Unchecked[];
  observedAt: string;
};

/** What is asked. The last three direct attention; they are untrusted text. */
export type DiagnosisRequest = {
  namespace: string;
  vmName: string;
  condition?: { type: string; status?: string; reason?: string; message?: string };
  error?: string;
  question?: string;
};
