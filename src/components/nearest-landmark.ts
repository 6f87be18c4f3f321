/** Where what floats beside an element belongs: in its dialog, else in the page's main part. */
export const nearestLandmark = (element: HTMLElement | null | undefined): HTMLElement =>
  element?.closest<HTMLElement>('[role="dialog"], main') ?? document.body;
