import type {
  Check,
  Diagnosis,
  Evidence,
  Fix,
  FixAction,
  Graph,
  RootCause,
  TimelineEntry,
  Unchecked,
} from '@cnv-ai/engine/diagnosis';
import { message, objectRef, unreadReason } from './common-shapes';
import { anything, either, listOf, number, object, oneOf, optional, text } from './shape';

type Patch = Extract<FixAction, { verb: 'patch' }>;
type Subresource = Extract<FixAction, { verb: 'subresource' }>;

const patch = object<Patch>({
  verb: oneOf('patch'),
  target: objectRef,
  patchType: oneOf('merge', 'json'),
  patch: anything,
  undo: anything,
  precondition: optional(object({ uid: text, resourceVersion: text })),
  then: optional(oneOf('restart')),
});

const subresource = object<Subresource>({
  verb: oneOf('subresource'),
  target: objectRef,
  subresource: oneOf('start', 'stop', 'restart', 'pause', 'unpause', 'migrate'),
  body: anything,
});

const fix = object<Fix>({
  id: text,
  description: text,
  descriptionMessage: message,
  command: optional(text),
  effect: optional(text),
  effectMessage: optional(message),
  risk: oneOf('safe', 'confirm', 'manual'),
  action: optional(either(patch, subresource)),
});

const evidence = object<Evidence>({
  source: oneOf('object', 'absent', 'reported'),
  ref: objectRef,
  path: text,
  value: text,
  observedAt: optional(text),
});

const rootCause = object<RootCause>({
  id: text,
  title: text,
  titleMessage: message,
  severity: oneOf('critical', 'warning', 'info'),
  confidence: oneOf('certain', 'likely', 'possible'),
  explanation: text,
  explanationMessage: message,
  evidence: listOf(evidence),
  fixes: listOf(fix),
});

const check = object<Check>({
  id: text,
  name: text,
  nameMessage: message,
  result: oneOf('passed', 'failed', 'warning', 'unchecked', 'not_applicable'),
  message: text,
  messageMessage: message,
});

export const unchecked = object<Unchecked>({
  resource: text,
  reason: unreadReason,
  message: text,
  messageMessage: message,
  namespace: optional(text),
  name: optional(text),
  couldHide: listOf(text),
});

const timelineEntry = object<TimelineEntry>({
  time: text,
  object: objectRef,
  reason: text,
  message: text,
  messageMessage: optional(message),
  severity: oneOf('info', 'warning', 'error'),
  count: optional(number),
});

const graph = object<Graph>({
  nodes: listOf(
    object({
      ref: objectRef,
      state: oneOf('ok', 'warning', 'error', 'unknown', 'missing'),
      label: text,
    }),
  ),
  edges: listOf(object({ from: objectRef, to: objectRef, relation: text })),
});

/** Whether a value is a complete diagnosis. */
export const isDiagnosis = object<Diagnosis>({
  vm: object({
    namespace: text,
    name: text,
    uid: optional(text),
    resourceVersion: optional(text),
    status: optional(text),
    node: optional(text),
  }),
  verdict: oneOf(
    'healthy',
    'in_progress',
    'stopped',
    'problem',
    'unknown',
    'not_found',
    'forbidden',
    'unavailable',
  ),
  summary: text,
  summaryMessage: message,
  rootCauses: listOf(rootCause),
  checks: listOf(check),
  suggestions: listOf(fix),
  timeline: listOf(timelineEntry),
  graph,
  unchecked: listOf(unchecked),
  observedAt: text,
});
