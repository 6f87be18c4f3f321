import { namespaceOf } from '@cnv-ai/engine/kubernetes';
import type { Page } from 'playwright-core';
import { servedPlural } from '../../development/cluster/resources';
import { ADMINISTRATOR, byTest, startSession, TEAM, type Session } from './session';

const FLEET = '/k8s/all-namespaces/virtualmachine-problems';
const IN_ONE_PROJECT = '/k8s/ns/shop-network/virtualmachine-problems';

const SENTENCE = /\d+ problems affecting \d+ virtual machines/;

let session: Session;
beforeAll(async () => {
  session = await startSession();
}, 180_000);
afterAll(() => session.close());

const openFleet = async (user: string, path = FLEET): Promise<Page> => {
  const page = await session.open(user, path);
  await byTest(page, 'ai-fleet-group').first().waitFor();
  return page;
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
    const groups = await byTest(page, 'ai-fleet-group').count();
    const title = await byTest(page, 'ai-fleet-summary').getByRole('heading').innerText();
    const [, problems, machines] = /(\d+) problems? affecting (\d+) virtual/.exec(title) ?? [];
    expect(Number(problems)).toBe(groups);
    const counts = await byTest(page, 'ai-fleet-group').locator('.pf-v6-c-label').allInnerTexts();
    const listed = counts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
    // A machine with two causes stands in two groups.
    expect(listed).toBeGreaterThanOrEqual(Number(machines));
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
    expect(diagnosed).toHaveLength(1);
    await page.getByRole('link', { name: 'View all problems' }).click();
    await page.waitForURL(`**${FLEET}`);
    // How much of the fleet one answer holds depends on the time there was.
    expect(await byTest(page, 'ai-fleet-summary').innerText()).toMatch(SENTENCE);
  });
});
