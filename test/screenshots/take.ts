import type { Page } from 'playwright-core';
import { ADMINISTRATOR, startSession, type Session } from '../e2e/session';
import { visit, type View } from '../e2e/views';

/** The time on every picture, in milliseconds. */
const NOW = Date.parse('2026-11-20T14:00:00Z');

/** High enough for a whole diagnosis, so that nothing has to be scrolled to. */
const SCREEN = { width: 1280, height: 1800, deviceScaleFactor: 1, timezoneId: 'UTC' };

/**
 * A development environment and a browser whose clocks stand still. Its machines stay the same when
 * causes get further scenarios.
 */
export const startStill = (): Promise<Session> => startSession({ now: NOW, variants: false });

/** What lies above the page, else the page without what the host draws around it. */
const shoot = async (page: Page): Promise<Buffer> => {
  const above = page.locator('[role=dialog]:visible').last();
  const shown = (await above.count()) > 0 ? above : page.locator('main');
  return shown.screenshot({ animations: 'disabled', caret: 'hide' });
};

const PAUSE = 300;
/** So many equal pictures one after the other are taken for the last. */
const EQUAL = 4;
const MOST = 60;

/** Waiting for anything on a page, in milliseconds: nobody sits in front of it. */
const LONGEST = 60_000;

/** The picture after which nothing changes any more. */
const settled = async (page: Page): Promise<Buffer> => {
  await page.evaluate(() => document.fonts.ready);
  let last = await shoot(page);
  let equal = 1;
  for (let taken = 1; equal < EQUAL && taken < MOST; taken += 1) {
    await page.waitForTimeout(PAUSE);
    const picture = await shoot(page);
    equal = picture.equals(last) ? equal + 1 : 1;
    last = picture;
  }
  if (equal < EQUAL) throw new Error('the page does not come to rest');
  return last;
};

/** A PNG of a state, as somebody sees it who never was there before. */
export const take = async (session: Session, view: View): Promise<Buffer> => {
  const { user = ADMINISTRATOR, unasked } = view;
  const page = await session.open(user, '/', { unasked, screen: SCREEN, now: NOW });
  page.setDefaultTimeout(LONGEST);
  try {
    await visit(page, view);
    // What lies under the pointer is drawn otherwise.
    await page.mouse.move(0, 0);
    return await settled(page);
  } finally {
    await page.context().close();
  }
};
