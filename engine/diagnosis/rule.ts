import type { Message } from '../messages';
import type { Facts, NeedName } from './facts';
import type { Stage } from './stages';
import type { Topic } from './topics';
import type { Confidence, DiagnosisRequest, Evidence, FixAction, Severity } from './types';

/** A way out, as a rule states it. Commands are for oc and virtctl, ready to paste. */
export type FixDraft = {
  id: string;
  description: Message;
  command?: string;
  effect?: Message;
  risk: 'safe' | 'confirm' | 'manual';
  action?: FixAction;
};

/** What a rule found. At least one piece of evidence. */
export type Finding = {
  severity: Severity;
  confidence: Confidence;
  explanation: Message;
  evidence: readonly Evidence[];
  fixes: readonly FixDraft[];
  /** True when the controllers report this very cause now; others are latent or beside it. */
  blocking?: boolean;
  /** Ids of other causes that this finding explains, or their stage; they are dropped. */
  explains?: readonly string[];
  /** The disk that is not there: what keeps the storage from making or filling it explains this. */
  disk?: string;
  /** For `info` findings: the verdict that this state is. */
  verdict?: 'stopped' | 'in_progress';
};

export type RuleContext = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly request: DiagnosisRequest;
  /** What the request asks about besides "does it run". */
  readonly topics: ReadonlySet<Topic>;
};

/**
 * One failure mode. `run` is pure and total: it sees the facts it declared and nothing else, and
 * answers with findings. When a needed fact could not be read it is not run, and its id is among
 * the causes not ruled out.
 */
export type Rule<N extends NeedName = NeedName> = {
  readonly id: string;
  readonly title: Message;
  readonly stage: Stage;
  readonly needs: readonly N[];
  /** Facts that add proof where they could be read; the rule runs without them. */
  readonly uses?: readonly N[];
  /** A state that other causes lead to: dropped when any other critical cause is found. */
  readonly wrapper?: boolean;
  /** Ids of wrappers and of effects that this cause explains whenever it is found. */
  readonly explains?: readonly string[];
  run(facts: Pick<Facts, N>, context: RuleContext): readonly Finding[];
};

/** Declares a rule with the type of its needs inferred. */
export const defineRule = <const N extends NeedName>(rule: Rule<N>): Rule<N> => rule;
