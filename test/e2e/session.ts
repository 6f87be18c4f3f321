import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { startStack, type Stack, type StackOptions } from '../../development/stack';
import { AGREED, CONSENT_KEY } from '../../src/views/lightspeed/consent';
import { launchBrowser } from './browser';

/** The development environment and a browser in front of it. */
export type OpenOptions = {
  /** A user who was never asked whether facts may go to a model. */
  readonly unasked?: boolean;
  /** The time at which the page's clock stands still, in milliseconds. Default: it runs. */
  readonly now?: number;
  /** Default: a large screen in the zone of this machine. */
  readonly screen?: Readonly<{
    width: number;
    height: number;
    deviceScaleFactor: number;
    timezoneId: string;
  }>;
};

export type Session = {
  readonly stack: Stack;
  /** A new page in a context of its own, logged in as one of the development users, if any. */
  open(user: string | undefined, path?: string, options?: OpenOptions): Promise<Page>;
  /** Ends all pages: one that is left open goes on to watch the cluster, and slows what follows. */
  closePages(): Promise<void>;
  close(): Promise<void>;
};

/** What choosing somebody on the login page does, without loading that page for every test. */
const logIn = async (
  context: BrowserContext,
  { users }: Pick<Stack, 'users'>,
  displayName: string,
): Promise<void> => {
  const user = users.find((each) => each.displayName === displayName)?.name;
  const answer = await context.request.post('/api/console/login', { data: { user } });
  if (!answer.ok()) throw new Error(`${displayName} cannot log in: ${await answer.text()}`);
};

export const startSession = async (options: Partial<StackOptions> = {}): Promise<Session> => {
  const stack = await startStack({ port: 0, released: true, ...options });
  let browser: Browser;
  try {
    browser = await launchBrowser();
  } catch (error) {
    await stack.close();
    throw error;
  }
  return {
    stack,
    open: async (user, path = '/', { unasked = false, screen, now } = {}) => {
      const { width = 1440, height = 1000, ...rest } = screen ?? {};
      const context = await browser.newContext({
        baseURL: stack.console.url,
        viewport: { width, height },
        ...rest,
      });
      if (!unasked) {
        await context.addInitScript(([key, value]) => localStorage.setItem(key, value), [
          `console.preference.${CONSENT_KEY}`,
          JSON.stringify(AGREED),
        ] as const);
      }
      const page = await context.newPage();
      if (now !== undefined) await page.clock.setFixedTime(now);
      page.setDefaultTimeout(60_000);
      if (user !== undefined) await logIn(context, stack, user);
      await page.goto(path);
      if (user !== undefined) await page.getByRole('navigation').first().waitFor();
      return page;
    },
    closePages: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      await stack.close();
    },
  };
};

/** What carries a `data-test` attribute. */
export const byTest = (page: Page | Locator, name: string): Locator =>
  page.locator(`[data-test="${name}"]`);

export const ADMINISTRATOR = 'Cluster administrator';
export const TEAM = 'Web team';
export const VIEWER = 'Restricted viewer';

export const SEARCH_PAGE = '/k8s/all-namespaces/virtualmachine-search';

export const diagnosisPage = (namespace: string, name: string): string =>
  `/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/${name}/ai-diagnosis`;

/** Types a sentence into the search bar. */
export const write = (page: Page, sentence: string): Promise<void> =>
  byTest(page, 'ai-search-input').fill(sentence);

export const search = async (page: Page, sentence: string): Promise<void> => {
  await write(page, sentence);
  await byTest(page, 'ai-search-submit').click();
};

/** The names in the result table, in order; it is drawn in steps, of which the last adds nothing. */
export const rowNames = async (page: Page): Promise<string[]> => {
  const found = byTest(page, 'ai-search-row');
  await found.first().waitFor();
  let drawn = 0;
  while ((await found.count()) > drawn) {
    drawn = await found.count();
    await page.waitForTimeout(200);
  }
  const rows = await found.all();
  return Promise.all(
    rows.map(async (row) => (await row.getByRole('link').first().innerText()).trim()),
  );
};
