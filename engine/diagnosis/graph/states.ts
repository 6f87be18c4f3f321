import { conditionOf, isDeleting, textAt, type KubeObject } from '../../kubernetes';
import { phaseOf } from '../intent';
import type { GraphState } from '../types';

const BROKEN = new Set(['Failed', 'Lost', 'Error']);

/** Phases in which an object is not ready yet; those of a DataVolume that waits for a start are not. */
const ON_THE_WAY =
  /^(?:Pending|Scheduling|.*(?:Scheduled|InProgress)|UploadReady|Released|Paused|Unknown)$/;

/** A launcher is `Scheduled` for a moment only; a VMI stays in it while its domain is made. */
const phaseState = (phase: string): GraphState => {
  if (BROKEN.has(phase)) return 'error';
  return ON_THE_WAY.test(phase) ? 'warning' : 'ok';
};

const readyState = (object: KubeObject): GraphState => {
  const ready = conditionOf(object, 'Ready');
  if (ready === undefined || ready.status === 'True') return 'ok';
  return textAt(object, 'kind') === 'Node' ? 'error' : 'warning';
};

/** How an object is by its own word: its phase, else its Ready condition. */
export const stateOf = (object: KubeObject): GraphState => {
  const phase = phaseOf(object);
  const state = phase === undefined ? readyState(object) : phaseState(phase);
  return state === 'ok' && isDeleting(object) ? 'warning' : state;
};
