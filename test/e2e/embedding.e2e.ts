import type { Page } from 'playwright-core';
import {
  ADMINISTRATOR,
  byTest,
  startSession,
  write,
  type OpenOptions,
  type Session,
} from './session';

const VM = '/k8s/ns/shop-network/kubevirt.io~v1~VirtualMachine/checkout-01';

/** The tab of a second plugin that has our components in it. */
const openTab = async (session: Session, screen?: OpenOptions['screen']): Promise<Page> => {
  const page = await session.open(ADMINISTRATOR, `${VM}/embedding-example`, { screen });
  await byTest(page, 'embedding-example').waitFor();
  return page;
};

describe.each([
  ['before ours, with the console’s virtualization plugin', 'before', true],
  ['after ours, without the console’s virtualization plugin', 'after', false],
] as const)('another plugin, listed %s', (_, neighbour, virtualization) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession({ neighbour, virtualization });
  });
  afterAll(() => session.close());
  afterEach(() => session.stack.setSettings({ ai: true, enabled: true }));

  it('explains its conditions', async () => {
    const page = await openTab(session);
    await byTest(page, 'ai-condition-Ready').click();
    const popover = page.getByRole('dialog');
    await byTest(popover, 'get-ai-diagnosis').click();
    await byTest(popover, 'ai-diagnosis-root-cause').first().waitFor();
    expect(await popover.innerText()).toContain('vlan-110');
  });

  it.each([
    [1440, 900],
    [360, 740],
  ])('shows all of an explanation that grew, on %i by %i', async (width, height) => {
    const screen = { width, height, deviceScaleFactor: 1, timezoneId: 'UTC' };
    const page = await openTab(session, screen);
    await byTest(page, 'ai-condition-Ready').click();
    const popover = page.getByRole('dialog');
    await byTest(popover, 'get-ai-diagnosis').click();
    await byTest(popover, 'ai-diagnosis-root-cause').first().waitFor();
    await page.waitForTimeout(500);
    const shown = await popover.boundingBox();
    expect(shown?.x).toBeGreaterThanOrEqual(0);
    expect(shown?.y).toBeGreaterThanOrEqual(0);
    expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThanOrEqual(width);
    expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThanOrEqual(height);
  });

  it('troubleshoots its errors', async () => {
    const page = await openTab(session);
    const alert = byTest(page, 'embedding-example').getByText('did not start');
    await alert.waitFor();
    await byTest(page, 'troubleshoot-with-ai').click();
    await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
  });

  it('searches from its page, inside its project, and reads nothing before', async () => {
    const page = await openTab(session);
    const lists: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('virtualmachines?')) lists.push(request.url());
    });
    await byTest(page, 'ai-condition-Ready').waitFor();
    expect(lists).toEqual([]);
    await write(page, 'stopped VMs');
    await byTest(page, 'ai-search-chip').first().waitFor();
    await byTest(page, 'ai-search-submit').click();
    await page.waitForURL('**/k8s/ns/shop-network/virtualmachine-search?q=stopped+VMs');
  });

  it('shows what it has itself when ours is switched off', async () => {
    await session.stack.setSettings({ ai: true, enabled: false });
    const page = await openTab(session);
    await page.getByText('Ready=False').waitFor();
    await page.getByText('did not start').waitFor();
    expect(await byTest(page, 'ai-condition-Ready').count()).toBe(0);
    expect(await byTest(page, 'ai-search-input').count()).toBe(0);
    expect(await byTest(page, 'troubleshoot-with-ai').count()).toBe(0);
  });
});
