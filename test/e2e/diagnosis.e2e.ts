import { nameOf, recordAt } from '@cnv-ai/engine/kubernetes';
import { servedPlural } from '../../development/cluster/resources';
import {
  ADMINISTRATOR,
  byTest,
  diagnosisPage,
  search,
  SEARCH_PAGE,
  startSession,
  TEAM,
  type Session,
} from './session';

let session: Session;

beforeAll(async () => {
  session = await startSession();
});
afterEach(() => session.closePages());
afterAll(() => session.close());

const NAD = ['shop-network', 'checkout-01'] as const;

describe('AI diagnosis', () => {
  it('leads from a row of a search to the root cause, its proof and a fix', async () => {
    const page = await session.open(ADMINISTRATOR, SEARCH_PAGE);
    await search(page, 'VMs in shop-network that are not running');
    await byTest(page, 'ai-search-row').getByRole('link', { name: 'checkout-01' }).first().click();
    await page
      .getByRole('tab', { name: 'AI diagnosis' })
      .or(page.getByRole('link', { name: 'AI diagnosis' }))
      .first()
      .click();
    await byTest(page, 'get-ai-diagnosis').first().click();
    const cause = byTest(page, 'ai-diagnosis-root-cause').first();
    await cause.waitFor();
    const text = await cause.innerText();
    expect(text).toContain('vlan-110');
    expect(text).toContain('/spec/template/spec/networks/1/multus/networkName');
    const path = cause.getByRole('link', {
      name: '/spec/template/spec/networks/1/multus/networkName',
    });
    expect(await path.getAttribute('href')).toBe(
      '/k8s/ns/shop-network/kubevirt.io~v1~VirtualMachine/checkout-01/yaml',
    );
    const fix = byTest(page, 'ai-diagnosis-fix').first();
    expect(await fix.innerText()).toContain(
      'oc get network-attachment-definitions -n shop-network',
    );
    expect(await byTest(page, 'ai-diagnosis-summary').innerText()).toContain('Problem found');
  });

  it('explains a condition on a click: Get AI Diagnosis', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    await byTest(page, 'ai-condition-Synchronized').click();
    const popover = page.getByRole('dialog');
    await byTest(popover, 'get-ai-diagnosis').click();
    await byTest(popover, 'ai-diagnosis-root-cause').first().waitFor();
    expect(await popover.innerText()).toContain('vlan-110');
  });

  it('says that a VM is well, and nothing more', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage('shop-network', 'checkout-0'));
    await byTest(page, 'ai-diagnosis-summary').waitFor();
    expect(await byTest(page, 'ai-diagnosis-summary').innerText()).toContain('Nothing is wrong');
    expect(await byTest(page, 'ai-diagnosis-root-cause').count()).toBe(0);
  });

  it('gives the web team the cause in its own project, and names what it may not read', async () => {
    const page = await session.open(TEAM, diagnosisPage('prod-web', 'order-intake-03'));
    const cause = byTest(page, 'ai-diagnosis-root-cause').first();
    await cause.waitFor();
    expect(await cause.innerText()).toContain('u1.mediun');
    await byTest(page, 'ai-unchecked').first().waitFor();
  });

  it('notices what happens to the machine, and shows what another look finds changed', async () => {
    const { store } = session.stack.cluster ?? {};
    if (store === undefined) throw new Error('The embedded cluster does not run.');
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
    const vm = store
      .list(servedPlural('virtualmachines'), NAD[0])
      .find((one) => nameOf(one) === NAD[1]);
    if (vm === undefined) throw new Error('There is no machine to be changed.');
    store.update({ ...vm, metadata: { ...recordAt(vm, 'metadata'), labels: { touched: 'yes' } } });
    await byTest(page, 'ai-diagnosis-outdated').waitFor();
    const network = { namespace: NAD[0], name: 'vlan-110' };
    store.create({
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: network,
      spec: { config: '{"cniVersion":"0.4.0","name":"vlan-110","type":"bridge"}' },
    });
    try {
      await byTest(page, 'get-ai-diagnosis').first().click();
      const changes = byTest(page, 'ai-diagnosis-since');
      await changes.waitFor();
      expect(await changes.innerText()).toContain(
        'Gone: A network that the virtual machine uses does not exist',
      );
      await byTest(page, 'ai-diagnosis-outdated').waitFor({ state: 'detached' });
    } finally {
      store.remove(servedPlural('network-attachment-definitions'), NAD[0], network.name);
    }
  });

  it('opens from the actions of a VM', async () => {
    const page = await session.open(
      ADMINISTRATOR,
      `/k8s/ns/${NAD[0]}/kubevirt.io~v1~VirtualMachine/${NAD[1]}`,
    );
    await page.locator('[data-test-id="actions-menu-button"]').click();
    await page.getByRole('menuitem', { name: 'Diagnose with AI' }).click();
    const modal = byTest(page, 'ai-diagnosis-modal');
    await byTest(modal, 'ai-diagnosis-root-cause').first().waitFor();
  });
});

describe('what stands behind a diagnosis', () => {
  it('is drawn, and told in words', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    const picture = byTest(page, 'ai-dependency-picture');
    await picture.getByText('vlan-110').waitFor();
    expect(await byTest(page, 'ai-timeline-picture').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'List', exact: true }).click();
    const missing = byTest(page, 'ai-dependency').filter({ hasText: 'vlan-110' });
    expect(await missing.innerText()).toContain('Does not exist');
  });

  it('is drawn in the colours of the theme', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    const letters = byTest(page, 'ai-dependency-picture').getByText('NAD', { exact: true });
    await letters.waitFor();
    const colours = () =>
      letters.evaluate((text) => [
        getComputedStyle(text).fill,
        getComputedStyle(document.body).color,
      ]);
    const [light, text] = await colours();
    expect(light).toBe(text);
    await page.evaluate(() => document.documentElement.classList.add('pf-v6-theme-dark'));
    const [dark, onDark] = await colours();
    expect(dark).toBe(onDark);
    expect(dark).not.toBe(light);
  });

  it('leaves the wheel to the page; its buttons bring the picture nearer and back', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    const picture = byTest(page, 'ai-dependency-picture');
    const name = picture.getByText('vlan-110');
    await picture.getByRole('button', { name: 'Fit to screen' }).click();
    const top = async () => (await picture.boundingBox())?.y ?? 0;
    const width = async () => (await name.boundingBox())?.width ?? 0;
    const fitting = await width();
    await picture.hover();
    const before = await top();
    await page.mouse.wheel(0, -120);
    await page.waitForFunction((y) => {
      const shown = document.querySelector('[data-test=ai-dependency-picture]');
      return (shown?.getBoundingClientRect().y ?? y) > y + 1;
    }, before);
    expect(await width()).toBeCloseTo(fitting);
    await picture.getByRole('button', { name: 'Zoom in' }).click();
    expect(await width()).toBeGreaterThan(fitting);
    await picture.getByRole('button', { name: 'Fit to screen' }).click();
    expect(await width()).toBeCloseTo(fitting);
  });
});
