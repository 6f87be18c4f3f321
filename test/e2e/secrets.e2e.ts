import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { CANARY, secretWorld } from '../../cnv-diagnostic/testing/secrets';
import { fleet, startCluster, type Cluster } from '../../development/cluster';
import { plant } from '../../development/scenarios/canary';
import { loadScenarios } from '../../development/scenarios/load';
import { byTest, diagnosisPage, startSession, type Session } from './session';

/** Each of these shows parts of the page that the others do not have. */
const PLANTED = ['importer-tls--expired', 'node-selector-mismatch', 'secret-missing'];

/** Characters that hide or reorder what stands beside them. */
const HIDING = /[\u0007\u200b\u202a-\u202e\u2066-\u2069]/;
/** Where a secret would show: as each place has its own, or as `plant` puts the same everywhere. */
const SECRET = new RegExp(`${CANARY.source}|canary-7f3a`);

const NOW = Date.now();
const scenarios = loadScenarios(NOW).filter(({ id }) => PLANTED.includes(id));
const machines = [
  ['shop', 'web'] as const,
  ...scenarios.map(({ request }) => [request.namespace, request.vmName] as const),
];

let folder: string;
let cluster: Cluster;
let session: Session;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cnv-ai-secrets-'));
  cluster = await startCluster({
    objects: [
      ...fleet(NOW),
      ...scenarios.flatMap(({ objects }) => objects).map(plant),
      ...secretWorld,
    ],
    now: () => NOW,
    controllerDelayMs: 3_600_000,
  });
  const kubeconfig = join(folder, 'config');
  await writeFile(kubeconfig, cluster.kubeconfig('admin'), { mode: 0o600 });
  session = await startSession({ kubeconfig });
});

afterAll(async () => {
  await session.close();
  await cluster.close();
  await rm(folder, { recursive: true, force: true });
});

type Texts = Record<'shown' | 'sent' | 'logged' | 'saved' | 'kept' | 'read', string[]>;

/** Notes whatever leaves a page, and what it reads. */
const listen = (page: Page): Texts => {
  const texts: Texts = { shown: [], sent: [], logged: [], saved: [], kept: [], read: [] };
  page.on('request', (request) => {
    texts.sent.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  page.on('response', (response) => {
    if (!response.url().includes('/api/kubernetes/')) return;
    void response.text().then(
      (text) => texts.read.push(text),
      () => undefined,
    );
  });
  page.on('console', (message) => texts.logged.push(message.text()));
  page.on('pageerror', (error) => texts.logged.push(String(error)));
  return texts;
};

/** All that the page holds now: its elements, and what stands in its fields. */
const look = async (page: Page, { shown }: Texts): Promise<void> => {
  shown.push(
    await page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')];
      return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n');
    }),
  );
};

/** Opens whatever can be opened, so that all there is stands on the page. */
const openAll = async (page: Page, texts: Texts): Promise<void> => {
  const closed = page.locator('main button[aria-expanded="false"]:not([aria-haspopup]):visible');
  for (let left = await closed.count(); left > 0; left -= 1) {
    if ((await closed.count()) === 0) break;
    await closed.first().click();
    await look(page, texts);
  }
};

const openConditions = async (page: Page, texts: Texts): Promise<void> => {
  for (const condition of await page.locator('[data-test^="ai-condition-"]:visible').all()) {
    await condition.click();
    const popover = page.getByRole('dialog');
    await byTest(popover, 'get-ai-diagnosis').click();
    await byTest(popover, 'ai-diagnosis-summary').waitFor();
    await look(page, texts);
    await page.keyboard.press('Escape');
  }
};

const save = async (page: Page, { saved }: Texts): Promise<void> => {
  for (const format of ['Report as Markdown', 'Findings as JSON']) {
    await byTest(page, 'ai-diagnosis-export').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format }).click(),
    ]);
    saved.push(await readFile(await download.path(), 'utf8'));
  }
};

const review = async (page: Page, texts: Texts): Promise<void> => {
  if ((await byTest(page, 'ai-fix-review').count()) === 0) return;
  await byTest(page, 'ai-fix-review').first().click();
  await byTest(page, 'ai-fix-diff').waitFor();
  await look(page, texts);
  await page.keyboard.press('Escape');
  await byTest(page, 'ai-fix-dialog').waitFor({ state: 'detached' });
};

/** Has it explained beside the findings, and goes on in the chat with what is attached. */
const explain = async (page: Page, texts: Texts): Promise<void> => {
  await byTest(page, 'ai-answer-ask').first().click();
  await page.locator('[data-test="ai-answer"][data-status="done"]').first().waitFor();
  await look(page, texts);
  await byTest(page, 'ai-answer-continue').first().click();
  await byTest(page, 'chat-input').waitFor();
  await look(page, texts);
  await byTest(page, 'chat-send').click();
  await byTest(page, 'chat-stop').waitFor({ state: 'detached' });
  await look(page, texts);
};

/** Where a pattern is first found, with what stands before it. */
const around = (pattern: RegExp, text: string): string[] => {
  const found = pattern.exec(text);
  return found === null ? [] : [text.slice(Math.max(0, found.index - 200), found.index + 40)];
};

const storage = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));

describe('secrets of the cluster', () => {
  it.each(machines)(
    'of %s/%s are not on the page, nor in anything that leaves it',
    async (namespace, name) => {
      const page = await session.open(session.stack.users[0]?.displayName);
      const texts = listen(page);
      await page.goto(diagnosisPage(namespace, name));
      await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
      await openAll(page, texts);
      await openConditions(page, texts);
      await page.getByRole('button', { name: 'List', exact: true }).click();
      await openAll(page, texts);
      await save(page, texts);
      await review(page, texts);
      await explain(page, texts);
      texts.kept.push(await storage(page));
      await page.context().close();

      const { read, ...others } = texts;
      expect(read.some((text) => SECRET.test(text))).toBe(true);
      expect(others.sent.some((text) => text.includes('/streaming_query'))).toBe(true);
      for (const [place, all] of Object.entries(others)) {
        const found = all.flatMap((text) => around(SECRET, text));
        expect([place, found]).toEqual([place, []]);
        const hidden = all.flatMap((text) => around(HIDING, text));
        expect([place, hidden]).toEqual([place, []]);
      }
    },
  );
});
