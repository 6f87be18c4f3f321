import type { Page } from 'playwright-core';
import { ADMINISTRATOR, byTest, SEARCH_PAGE, startSession, type Session } from './session';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterEach(() => session.closePages());
afterAll(() => session.close());

const FURTHEST = 150;

/** Presses Tab until the element that matches has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let step = 0; step < FURTHEST; step += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
};

/** Whether what has the focus can be seen to have it. */
const isFocusVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.matches(':focus-visible') ?? false);

it('leads from a question to a fix without a mouse', async () => {
  const page = await session.open(ADMINISTRATOR, SEARCH_PAGE);
  await byTest(page, 'ai-search-example').first().waitFor();
  await tabTo(page, '[data-test=ai-search-input]');
  await page.keyboard.type('VMs in edge-rendering that are not running');
  await page.keyboard.press('Enter');
  await byTest(page, 'ai-search-row').first().waitFor();
  await tabTo(page, '[data-test=ai-search-row] a[href$="/render-07"]');
  expect(await isFocusVisible(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/render-07');
  await tabTo(page, 'a[href$="/ai-diagnosis"]');
  await page.keyboard.press('Enter');
  await byTest(page, 'ai-fix-review').first().waitFor();
  await tabTo(page, '[data-test=ai-fix-review]');
  await page.keyboard.press('Enter');
  await byTest(page, 'apply-fix-confirm').waitFor();
  await tabTo(page, '[data-test=ai-fix-agree]');
  await page.keyboard.press('Space');
  await tabTo(page, '[data-test=apply-fix-confirm]');
  expect(await byTest(page, 'apply-fix-confirm').isEnabled()).toBe(true);
  await page.keyboard.press('Escape');
  await byTest(page, 'ai-fix-dialog').waitFor({ state: 'detached' });
  // The focus goes back to where the dialog was opened from.
  await page.waitForFunction(() => document.activeElement?.matches('[data-test=ai-fix-review]'));
});

it('opens, reads and closes an explanation without a mouse', async () => {
  const page = await session.open(
    ADMINISTRATOR,
    '/k8s/ns/shop-network/kubevirt.io~v1~VirtualMachine/checkout-01/ai-diagnosis',
  );
  await byTest(page, 'ai-status-meaning').waitFor();
  await tabTo(page, '[data-test=ai-status-meaning]');
  await page.keyboard.press('Enter');
  await byTest(page, 'ai-status-meaning-text').waitFor();
  await page.keyboard.press('Escape');
  await byTest(page, 'ai-status-meaning-text').waitFor({ state: 'detached' });
  await page.waitForFunction(() =>
    document.activeElement?.matches('[data-test=ai-status-meaning]'),
  );
});
