/** Lets whoever waits go first: a browser its frames, a server its other callers. */
export type Pause = () => Promise<void>;

/** How long work may go on before it pauses. */
export type Slices = { pause: Pause; isLong: () => boolean };

/** Nobody waits: without a pause. */
export const UNBROKEN: Slices = { pause: () => Promise.resolve(), isLong: () => false };

/** Work that can be interrupted wherever it yields. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all the steps at once. */
export const finish = <T>(steps: Steps<T>): T => {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};

/** Does the steps and pauses when `isLong` says that the others have waited long enough. */
export const finishInSlices = async <T>(
  steps: Steps<T>,
  pause: Pause,
  isLong: () => boolean,
): Promise<T> => {
  let step = steps.next();
  while (step.done !== true) {
    if (isLong()) await pause();
    step = steps.next();
  }
  return step.value;
};
