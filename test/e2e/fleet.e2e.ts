import { namespaceOf, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { Page } from 'playwright-core';
import { servedPlural } from '../../development/cluster/resources';
import {
  ADMINISTRATOR,
  byTest,
  startSession,
  TEAM,
  type OpenOptions,
  type Session,
} from './session';

const FLEET = '/k8s/all-namespaces/virtualmachine-problems';
const IN_ONE_PROJECT = '/k8s/ns/shop-network/virtualmachine-problems';

/** Every failing machine of the development cluster is diagnosed, page after page. */
const LONG = 180_000;

const SENTENCE = /\d+ problems affecting \d+ virtual machines/;

let session: Session;
// What is in progress becomes a problem with time; two answers are compared, so no time passes.
const now = Date.now();

beforeAll(async () => {
  session = await startSession({ now });
});
afterEach(() => session.closePages());
afterAll(() => session.close());

const openFleet = async (user: string, path = FLEET, options: OpenOptions = {}): Promise<Page> => {
  const page = await session.open(user, path, options);
  await byTest(page, 'ai-fleet-group').first().waitFor({ timeout: LONG });
  return page;
};

/** Waits until every machine was looked at, and draws all groups. */
const showAll = async (page: Page): Promise<void> => {
  await byTest(page, 'ai-fleet-stop').waitFor({ state: 'detached', timeout: LONG });
  const more = byTest(page, 'ai-fleet-all');
  if (await more.isVisible()) await more.click();
};

const titleOf = (page: Page): Promise<string> =>
  byTest(page, 'ai-fleet-summary').getByRole('heading').innerText();

/** Lets the sidecar look at so many machines for one answer, and tells the cursor of each call. */
const limitTo = async (page: Page, limit: number, before: () => Promise<void>) => {
  const cursors: unknown[] = [];
  await page.route('**/mcp-apps/tools/call', async (route) => {
    const body: unknown = route.request().postDataJSON();
    if (textAt(body, 'tool_name') !== 'diagnose_vm_fleet') return route.continue();
    const args = recordAt(body, 'arguments');
    cursors.push(args.cursor);
    if (args.cursor !== undefined) await before();
    return route.continue({
      postData: JSON.stringify({ ...recordAt(body), arguments: { ...args, limit } }),
    });
  });
  return cursors;
};

describe('the page of problems', () => {
  it('groups failing machines by root cause and leads to each of them', async () => {
    const page = await openFleet(ADMINISTRATOR, IN_ONE_PROJECT);
    const group = page.locator('[data-test=ai-fleet-group][data-root-cause=nad-missing]');
    await group.getByRole('link', { name: 'shop-network/checkout-01' }).click();
    await page.waitForURL('**/checkout-01/ai-diagnosis');
    const cause = byTest(page, 'ai-diagnosis-root-cause').first();
    await cause.waitFor();
    expect(await cause.innerText()).toContain('vlan-110');
  });

  it('counts in its title what its groups list', async () => {
    const page = await openFleet(ADMINISTRATOR);
    await showAll(page);
    const groups = await byTest(page, 'ai-fleet-group').count();
    const title = await titleOf(page);
    const [, problems, machines] = /(\d+) problems? affecting (\d+) virtual/.exec(title) ?? [];
    expect(Number(problems)).toBe(groups);
    const counts = await byTest(page, 'ai-fleet-group')
      .locator('.pf-v6-c-card__header .pf-v6-c-label')
      .allInnerTexts();
    const listed = counts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
    // A machine with two causes stands in two groups.
    expect(listed).toBeGreaterThanOrEqual(Number(machines));
  });

  it('is the same answer in many pages as in few, and can be stopped between them', async () => {
    // Where there is no time left for the sidecar, the page looks by itself, at its own time.
    const few = await openFleet(ADMINISTRATOR, FLEET, { now });
    await showAll(few);
    const title = await titleOf(few);
    const groups = await byTest(few, 'ai-fleet-group').allInnerTexts();

    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const page = await session.open(ADMINISTRATOR, '/', { now });
    const cursors = await limitTo(page, 40, () => held);
    await page.goto(FLEET);
    const soFar = await page
      .getByText(/^[1-9]\d* of \d+ looked at$/)
      .first()
      .innerText();
    // As many as there was time for.
    expect(Number.parseInt(soFar, 10)).toBeLessThanOrEqual(40);
    await byTest(page, 'ai-fleet-stop').click();
    expect(await titleOf(page)).toMatch(/so far; more are to be looked at/);
    expect(await byTest(page, 'ai-fleet-group').count()).toBeGreaterThan(0);
    release();
    await byTest(page, 'ai-fleet-more').click();
    await showAll(page);
    expect(await titleOf(page)).toBe(title);
    expect(await byTest(page, 'ai-fleet-group').allInnerTexts()).toEqual(groups);
    expect(cursors.length).toBeGreaterThan(3);
    // What the stop cut off is asked for once more.
    expect(new Set(cursors).size).toBe(cursors.length - 1);
  });

  it('shows a team its own projects only, and says so', async () => {
    const page = await openFleet(TEAM);
    const names = await byTest(page, 'ai-fleet-group').getByRole('link').allInnerTexts();
    const foreign = names.filter((name) => !/^(prod-web|staging-web)\//.test(name));
    expect(foreign).toEqual([]);
    await page.getByText('Only the projects you may see').waitFor();
  });

  it('is about one project in the address of one', async () => {
    const page = await openFleet(ADMINISTRATOR, IN_ONE_PROJECT);
    const names = await byTest(page, 'ai-fleet-group').getByRole('link').allInnerTexts();
    expect(new Set(names.map((name) => name.split('/')[0]))).toEqual(new Set(['shop-network']));
    const machines = session.stack.cluster?.store.list(servedPlural('virtualmachines')) ?? [];
    const there = machines.filter((vm) => namespaceOf(vm) === 'shop-network');
    expect(names.length).toBeLessThan(there.length);
  });
});

describe('the overview', () => {
  it('counts failing machines, and diagnoses them only when it is opened', async () => {
    const page = await session.open(ADMINISTRATOR);
    const diagnosed: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('diagnose_vm_fleet')) diagnosed.push(request.url());
    });
    await page.goto('/dashboards');
    const item = byTest(page, 'health-item').filter({ hasText: 'Virtual machine diagnosis' });
    await item.getByText(/virtual machines fail/).waitFor();
    expect(await item.getAttribute('data-health')).toBe('WARNING');
    expect(diagnosed).toEqual([]);
    await item.getByRole('button').click();
    expect(await byTest(page, 'ai-fleet-sentence').innerText()).toMatch(SENTENCE);
    expect(diagnosed.length).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'View all problems' }).click();
    await page.waitForURL(`**${FLEET}`);
    expect(await byTest(page, 'ai-fleet-summary').innerText()).toMatch(SENTENCE);
  });
});
