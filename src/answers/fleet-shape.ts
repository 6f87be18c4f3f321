import type { CommonFactor, Factor, Fleet, FleetGroup, FleetMachine } from '@cnv-ai/engine/fleet';
import type { Severity } from '@cnv-ai/engine/diagnosis';
import { message } from './common-shapes';
import { unchecked } from './diagnosis-shape';
import { either, flag, listOf, number, object, oneOf, optional, text } from './shape';

const commonFactor = object<CommonFactor>({
  kind: text,
  name: text,
  message: text,
  messageMessage: message,
});

const factor = object<Factor>({ kind: text, name: text, proven: flag });

const severity = oneOf<Severity>('critical', 'warning', 'info');

const machine = object<FleetMachine>({
  namespace: text,
  name: text,
  others: optional(listOf(text)),
  severity: optional(severity),
  factors: optional(listOf(number)),
});

const group = object<FleetGroup>({
  rootCauseId: text,
  title: text,
  titleMessage: message,
  severity,
  commonFactor: optional(commonFactor),
  vms: listOf(machine),
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
  factors: listOf(factor),
  total: number,
  remaining: number,
  diagnosed: number,
  undiagnosed: number,
  unchecked: listOf(unchecked),
});
