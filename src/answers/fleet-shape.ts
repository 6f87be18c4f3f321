import type { CommonFactor, Fleet, FleetGroup } from '@cnv-ai/engine/fleet';
import { message } from './common-shapes';
import { unchecked } from './diagnosis-shape';
import { either, flag, listOf, number, object, oneOf, optional, text } from './shape';

const commonFactor = object<CommonFactor>({
  kind: text,
  name: text,
  message: text,
  messageMessage: message,
});

const group = object<FleetGroup>({
  rootCauseId: text,
  title: text,
  titleMessage: message,
  severity: oneOf('critical', 'warning', 'info'),
  commonFactor: optional(commonFactor),
  vms: listOf(object({ namespace: text, name: text, others: optional(listOf(text)) })),
  total: number,
});

/** Whether a value is a complete fleet diagnosis. */
export const isFleet = object<Fleet>({
  outcome: oneOf('ok', 'not_found', 'forbidden', 'unavailable'),
  message: optional(text),
  messageMessage: optional(message),
  asOf: text,
  nextCursor: optional(text),
  byVerdict: object<Fleet['byVerdict']>({
    healthy: number,
    in_progress: number,
    stopped: number,
    problem: number,
    unknown: number,
    not_found: number,
    forbidden: number,
    unavailable: number,
  }),
  scope: object({ namespaces: either(oneOf('all'), number), hidden: flag }),
  groups: listOf(group),
  total: number,
  remaining: number,
  unchecked: listOf(unchecked),
});
