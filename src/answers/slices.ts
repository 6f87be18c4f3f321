/** Work that takes longer than this between two frames is felt. */
const SLICE = 8;

let since = 0;

/** Lets the browser draw and take keys; work goes on after it. */
export const breathe = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 0));
  since = performance.now();
};

/** Whether the work since the last breath is felt by now. */
export const isLong = (): boolean => performance.now() - since > SLICE;

export const SLICES = { pause: breathe, isLong };
