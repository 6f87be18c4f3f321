import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, byTest, diagnosisPage, search, SEARCH_PAGE, startSession } from './session';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');

/** Takes the pictures of the documentation: `npm run pictures`. */
const takePictures = async (): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  const session = await startSession();
  const take = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  try {
    const page = await session.open(ADMINISTRATOR, SEARCH_PAGE);
    await search(page, 'VMs that failed to start in the last hour in production namespaces');
    await byTest(page, 'ai-search-row').first().waitFor();
    await take(page, 'search');
    await search(page, 'stopped VMs in prod-wbe');
    await byTest(page, 'ai-search-clarification').waitFor();
    await take(page, 'question');
    await page.goto(diagnosisPage('shop-network', 'checkout-01'));
    await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
    await take(page, 'diagnosis');
    await byTest(page, 'ai-answer-ask').first().click();
    await page.locator('[data-test="ai-answer"][data-status="done"]').waitFor();
    await byTest(page, 'ai-answer').scrollIntoViewIfNeeded();
    await take(page, 'explanation');
    await byTest(page, 'ai-condition-Synchronized').click();
    const popover = page.getByRole('dialog');
    await byTest(popover, 'get-ai-diagnosis').click();
    await byTest(popover, 'ai-diagnosis-root-cause').first().waitFor();
    await take(page, 'condition');
  } finally {
    await session.close();
  }
};

void takePictures();
