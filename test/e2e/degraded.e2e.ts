import type { Page } from 'playwright-core';
import {
  ADMINISTRATOR,
  byTest,
  diagnosisPage,
  rowNames,
  search,
  SEARCH_PAGE,
  startSession,
  VIEWER,
  type Session,
} from './session';

const sessions: Session[] = [];

const start = async (...options: Parameters<typeof startSession>): Promise<Session> => {
  const session = await startSession(...options);
  sessions.push(session);
  return session;
};

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
});

const SENTENCE = 'VMs in shop-network';

/** What a user reads about one VM and one question: the same, whoever answers. */
const readPage = async (page: Page) => {
  await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
  const cause = await byTest(page, 'ai-diagnosis-root-cause').first().innerText();
  const source = await byTest(page, 'ai-answer-source').first().innerText();
  await page.goto(SEARCH_PAGE);
  await search(page, SENTENCE);
  return { cause, source, names: await rowNames(page) };
};

describe('whoever answers', () => {
  it('gives the same findings: through Lightspeed, from the sidecar, in the browser', async () => {
    const path = diagnosisPage('shop-network', 'checkout-01');
    const complete = await start();
    const first = await readPage(await complete.open(ADMINISTRATOR, path));
    const noLightspeed = await start({ lightspeed: false });
    const second = await readPage(await noLightspeed.open(ADMINISTRATOR, path));
    const nothing = await start({ lightspeed: false, sidecar: false });
    const third = await readPage(await nothing.open(ADMINISTRATOR, path));
    expect(new Set([first.source, second.source, third.source]).size).toBe(3);
    expect(second).toMatchObject({ cause: first.cause, names: first.names });
    expect(third).toMatchObject({ cause: first.cause, names: first.names });
  });

  it('keeps the findings when Lightspeed and the sidecar go away', async () => {
    const session = await start();
    const page = await session.open(ADMINISTRATOR, diagnosisPage('shop-network', 'checkout-01'));
    await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
    await session.stack.lightspeed?.close();
    await session.stack.sidecar?.close();
    await byTest(page, 'get-ai-diagnosis').first().click();
    await page.getByText('in your browser').first().waitFor();
    expect(await byTest(page, 'ai-diagnosis-root-cause').first().innerText()).toContain('vlan-110');
  });
});

describe('when something is wrong', () => {
  it('says what may not be seen, and offers to troubleshoot it', async () => {
    const session = await start();
    const page = await session.open(VIEWER, '/k8s/ns/team-data/virtualmachine-search');
    await search(page, 'running VMs');
    const alert = byTest(page, 'ai-search-clarification');
    await alert.waitFor();
    expect(await alert.getAttribute('data-outcome')).toBe('forbidden');
    await byTest(alert, 'troubleshoot-with-ai').click();
    await byTest(alert, 'ai-answer').waitFor();
    expect(await byTest(page, 'ai-search-input').inputValue()).toBe('running VMs');
  });

  it('says it when the cluster is gone, and loses nothing that was typed', async () => {
    const session = await start({ lightspeed: false });
    const page = await session.open(ADMINISTRATOR, SEARCH_PAGE);
    await session.stack.cluster?.close();
    await search(page, SENTENCE);
    await byTest(page, 'ai-search-clarification').or(byTest(page, 'ai-failed')).first().waitFor();
    expect(await byTest(page, 'ai-search-input').inputValue()).toBe(SENTENCE);
    expect(await byTest(page, 'ai-search-row').count()).toBe(0);
  });
});

describe('without the console’s virtualization plugin', () => {
  it('is the list of VirtualMachines too', async () => {
    const session = await start({ virtualization: false });
    const page = await session.open(
      ADMINISTRATOR,
      '/k8s/ns/prod-web/kubevirt.io~v1~VirtualMachine',
    );
    await byTest(page, 'ai-search-row').first().waitFor();
    await search(page, 'stopped VMs');
    await page.waitForURL(/q=stopped/);
    // The rows of the list give way to those that were asked for.
    await page.locator('[data-test=ai-search-row]', { hasText: 'Stopped' }).first().waitFor();
    expect(await byTest(page, 'item-create').count()).toBe(1);
  });
});

describe('the switches of an administrator', () => {
  it('ai: false leaves search and diagnosis, and nothing that speaks to a model', async () => {
    const session = await start({ settings: { ai: false, enabled: true } });
    const page = await session.open(ADMINISTRATOR, diagnosisPage('shop-network', 'checkout-01'));
    await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
    expect(await byTest(page, 'ai-answer-ask').count()).toBe(0);
  });

  it('enabled: false removes every extension', async () => {
    const session = await start({ settings: { ai: true, enabled: false } });
    const page = await session.open(
      ADMINISTRATOR,
      '/k8s/ns/shop-network/kubevirt.io~v1~VirtualMachine/checkout-01',
    );
    await page.getByText('YAML').first().waitFor();
    expect(await page.getByText('AI diagnosis').count()).toBe(0);
    expect(await byTest(page, 'nav-cnv-ai-search').count()).toBe(0);
  });
});
