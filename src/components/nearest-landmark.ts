const DIALOG = '[role="dialog"]';

const nearest = (element: HTMLElement | null | undefined, places: string): HTMLElement =>
  element?.closest<HTMLElement>(places) ?? document.body;

/** Where a wide popover or a menu beside an element belongs: in its dialog, else in the page's main part. */
export const nearestLandmark = (element: HTMLElement | null | undefined): HTMLElement =>
  nearest(element, `${DIALOG}, main`);

/**
 * Where a small popover at the edge of the page belongs: in its dialog, else above the whole page.
 * In the main part the console's navigation would cover it.
 */
export const nearestDialog = (element: HTMLElement | null | undefined): HTMLElement =>
  nearest(element, DIALOG);
