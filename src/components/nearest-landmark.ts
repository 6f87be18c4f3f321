const DIALOG = '[role="dialog"]';

const nearest = (element: HTMLElement | null | undefined, places: string): HTMLElement =>
  element?.closest<HTMLElement>(places) ?? document.body;

/** Where a menu beside an element belongs: in its dialog, else in the page's main part. */
export const nearestLandmark = (element: HTMLElement | null | undefined): HTMLElement =>
  nearest(element, `${DIALOG}, main`);

/**
 * Where a popover beside an element belongs: in its dialog, else above the whole page. In the main
 * part the console's navigation would cover it.
 */
export const nearestDialog = (element: HTMLElement | null | undefined): HTMLElement =>
  nearest(element, DIALOG);
