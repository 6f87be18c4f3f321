import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The part of axe's answer that is looked at. */
type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
};

declare const axe: { run(context: unknown, options: unknown): Promise<AxeResult> };

// jest-axe brings the axe that it runs, so component and browser tests judge alike.
const SOURCE = readFileSync(
  createRequire(require.resolve('jest-axe')).resolve('axe-core/axe.min.js'),
  'utf8',
);

const RULES = { 'color-contrast-enhanced': { enabled: false } };

const runAxe = async (
  page: Page,
  within: string | undefined,
  only?: string,
): Promise<readonly string[]> => {
  const { violations } = await page.evaluate(
    ([rules, rule, place]) =>
      axe.run(
        { exclude: ['nav[aria-label=Tabs]'], ...(place === undefined ? {} : { include: [place] }) },
        {
          rules,
          resultTypes: ['violations'],
          ...(rule === undefined ? {} : { runOnly: { type: 'rule', values: [rule] } }),
        },
      ),
    [RULES, only, within] as const,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
};

const THEMES = {
  dark: 'pf-v6-theme-dark',
  'high contrast': 'pf-v6-theme-high-contrast',
} as const;

/**
 * What axe finds outside of the host's own tabs, as light, dark and high contrast; structure is the
 * same in all of them. `within`: the selector of the part to look at, else the whole page.
 */
export const accessibility = async (page: Page, within?: string): Promise<readonly string[]> => {
  // A colour on its way from one theme to the other is neither's.
  await page.addStyleTag({
    content: '* { transition: none !important; animation: none !important; }',
  });
  await page.evaluate(SOURCE);
  const found = [...(await runAxe(page, within))];
  for (const [name, theme] of Object.entries(THEMES)) {
    await page.evaluate((value) => document.documentElement.classList.add(value), theme);
    const inTheme = await runAxe(page, within, 'color-contrast');
    found.push(...inTheme.map((line) => `${name}: ${line}`));
    await page.evaluate((value) => document.documentElement.classList.remove(value), theme);
  }
  return found;
};

const NARROW = 360;

const MOST_TRIES = 20;

const sticksOut = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // Code keeps its lines and a picture its shape; both scroll by themselves.
    const scrolls = 'pre, [class*=code-block], [data-test$=-picture], [data-test$=-picture] *';
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll<HTMLElement>('main *, [role=dialog] *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .filter((element) => element.closest(scrolls) === null && element.checkVisibility())
      .filter((element) => {
        // What is cut at the edge of something that fits does not scroll.
        for (let above = element.parentElement; above !== null; above = above.parentElement) {
          const isCut = ['hidden', 'clip'].includes(getComputedStyle(above).overflowX);
          if (isCut && above.getBoundingClientRect().right <= width + 1) return false;
        }
        return true;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 160))
      .slice(0, 8);
  });

/** What does not fit into a telephone's width, as tags with their classes. */
export const tooWide = async (page: Page): Promise<readonly string[]> => {
  const before = page.viewportSize();
  await page.setViewportSize({ width: NARROW, height: 740 });
  let wide = await sticksOut(page);
  // What is laid over the page is placed anew a moment after its width has changed.
  for (let tries = 0; wide.length > 0 && tries < MOST_TRIES; tries += 1) {
    await page.waitForTimeout(100);
    wide = await sticksOut(page);
  }
  if (before !== null) await page.setViewportSize(before);
  return wide;
};

const OPEN = '⟦';
const CLOSE = '⟧';

/** A catalogue in no language: every text is longer than the English one, and marked at its ends. */
export const pseudoTexts = (english: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(english).map(([key, text]) => [
      key,
      `${OPEN}${text} ${'·'.repeat(text.length / 4)}${CLOSE}`,
    ]),
  );

/** Serves the marked texts instead of the plugin's own. */
export const usePseudoLocale = (page: Page, texts: Readonly<Record<string, string>>) =>
  page.route(/\/locales\/resource\.json.*cnv-ai-plugin/, (route) => route.fulfill({ json: texts }));

/**
 * Texts of the plugin that no catalogue gave: in the page and in what lies above it, without what
 * the host says itself, without code and without what the cluster says.
 */
export const untranslated = async (
  page: Page,
  said: (text: string) => boolean,
  above = false,
): Promise<readonly string[]> => {
  const texts = await page.evaluate(
    ([open, close, floating]) => {
      const ABOVE = '[role=dialog], .pf-v6-c-menu';
      const OURS = floating ? ABOVE : `main, ${ABOVE}`;
      const NOT_OURS =
        'pre, code, nav, script, style, [data-test=timestamp], [data-test=development-label],' +
        '.pf-m-subnav, [data-test-id], [data-test^=chat], [translate=no], [data-test=ai-answer-text],' +
        '[data-test=ai-fix-diff], .pf-v6-c-modal-box__close, .pf-v6-c-popover__close';
      const found: string[] = [];
      const add = (element: Element | null, text: string | null): void => {
        if (text === null || element?.closest(NOT_OURS) !== null) return;
        let depth = 0;
        let rest = '';
        for (const letter of text) {
          if (letter === open) depth += 1;
          // What stands outside of the marks ends where a mark begins.
          rest += depth === 0 ? letter : '\n';
          if (letter === close) depth -= 1;
        }
        found.push(...rest.split('\n').map((part) => part.trim()));
      };
      for (const root of document.querySelectorAll(OURS)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          add(walker.currentNode.parentElement, walker.currentNode.textContent);
        }
        for (const element of root.querySelectorAll('*')) {
          for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
            add(element, element.getAttribute(name));
          }
        }
      }
      return [...new Set(found)].filter((part) => /\p{L}{2,}/u.test(part));
    },
    [OPEN, CLOSE, above] as const,
  );
  return texts.filter((text) => !said(text));
};
