import {
  formatTime,
  isOptedOut,
  readNamespaceLabels,
  textAt,
  uidOf,
  type KubeObject,
  type Reader,
} from '../kubernetes';
import { english } from '../messages';
import type { GatheredFacts, NeedName } from './facts';
import { gather, type GatherOptions } from './gather/gather';
import { graphOf } from './graph/graph';
import { printableStatusOf } from './intent';
import { refusal } from './refusal';
import { renderCause, renderCheck, suggestionsOf } from './render';
import { judge, runRule } from './run';
import { RULES } from './rules';
import type { Stage } from './stages';
import { timelineOf } from './timeline';
import { topicsOf } from './topics';
import type { Diagnosis, DiagnosisRequest } from './types';
import { goneEvents, uncheckedOf } from './unchecked';
import { judgeVerdict } from './verdict';
import { viewOf } from './view';

export type DiagnoseOptions = GatherOptions & {
  /** Only the verdict, the causes and the graph: for one of many VMs. */
  readonly brief?: boolean;
};

const identityOf = (vm: KubeObject, request: DiagnosisRequest): Diagnosis['vm'] => {
  const optional = {
    uid: uidOf(vm),
    resourceVersion: textAt(vm, 'metadata', 'resourceVersion'),
    status: printableStatusOf(vm),
  };
  return {
    namespace: request.namespace,
    name: request.vmName,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
};

const STAGES: ReadonlyMap<string, Stage> = new Map(RULES.map(({ id, stage }) => [id, stage]));

/**
 * Where in a VM's life a cause stops it. It stands here so that a bundle has one way in to the
 * rules, and makes one module of all behind it.
 */
export const stageOf = (id: string): Stage | undefined => STAGES.get(id);

const everyNeed = (facts: GatheredFacts): NeedName[] => Object.keys(facts).filter(isNeed(facts));

const isNeed =
  (facts: GatheredFacts) =>
  (name: string): name is NeedName =>
    Object.hasOwn(facts, name);

/**
 * Finds why a VM does not do what it was asked, with proof. Reads through `reader` only; `now` is
 * milliseconds since the epoch. The same cluster and time give the same bytes. Never throws for
 * anything a cluster or a caller may hold.
 */
export const diagnose = async (
  reader: Reader,
  request: DiagnosisRequest,
  now: number,
  options: DiagnoseOptions = {},
): Promise<Diagnosis> => {
  const [outcome, labels] = await Promise.all([
    gather(reader, request, options),
    readNamespaceLabels(reader, request.namespace),
  ]);
  const context = { now, request, topics: topicsOf(request) };
  if (outcome.facts === undefined) {
    const { vm, reported } = outcome;
    const told = judge(RULES.map((rule) => runRule(rule, { reported }, context)));
    return refusal(vm, request, now, told);
  }
  if (isOptedOut(labels, options.forModel === true)) return refusal('opted_out', request, now);
  const { facts } = outcome;
  const view = viewOf(facts, everyNeed(facts));
  const outcomes = RULES.map((rule) => runRule(rule, facts, context));
  const found = judge(outcomes);
  const { verdict, summary } = judgeVerdict(facts, found, context);
  const rootCauses = found.map(renderCause);
  const node = textAt(view.vmi, 'status', 'nodeName');
  return {
    vm: {
      ...identityOf(view.vm, request),
      ...(node === undefined || node === '' ? {} : { node }),
    },
    verdict,
    summary: english(summary),
    summaryMessage: summary,
    rootCauses,
    checks: options.brief === true ? [] : outcomes.map(renderCheck),
    suggestions: suggestionsOf(rootCauses),
    timeline: options.brief === true ? [] : timelineOf(view),
    graph: graphOf(view, rootCauses, facts.vmi.missed.length > 0),
    unchecked: [
      ...uncheckedOf(
        outcomes,
        Object.values(facts).flatMap(({ missed }) => missed),
      ),
      ...goneEvents(facts, outcomes, verdict, context),
    ],
    observedAt: formatTime(now),
  };
};
