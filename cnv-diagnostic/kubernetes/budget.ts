import { setMaxListeners } from 'node:events';

/** How long one call may take, and a signal that ends its reads when it is over or the caller left. */
export type Budget = {
  readonly signal: AbortSignal;
  /** True once the time is used up; false when the caller went away first. */
  readonly expired: () => boolean;
  /** Milliseconds left, never negative. */
  readonly remaining: () => number;
  /** Releases the timer; call it when the answer is written. */
  readonly end: () => void;
};

/** A budget of `milliseconds` from now, cut short when `caller` aborts. */
export const startBudget = (milliseconds: number, caller?: AbortSignal): Budget => {
  const controller = new AbortController();
  // One listener for each read in flight: a diagnosis has two dozen.
  setMaxListeners(0, controller.signal);
  const deadline = Date.now() + milliseconds;
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, milliseconds);
  const leave = (): void => controller.abort();
  if (caller?.aborted) leave();
  caller?.addEventListener('abort', leave, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired,
    remaining: () => Math.max(0, deadline - Date.now()),
    end: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', leave);
    },
  };
};
