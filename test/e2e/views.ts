import { recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { Page } from 'playwright-core';
import { byTest, diagnosisPage, SEARCH_PAGE, TEAM, VIEWER, write } from './session';

type Answer = { readonly status: number; readonly json: unknown };

/** A state of a page. It is reached by what does not change with the language. */
export type View = {
  readonly name: string;
  readonly path: string;
  /** Default: the cluster administrator. */
  readonly user?: string;
  readonly unasked?: boolean;
  /** Requests that are answered otherwise while it is shown: by a path with `*`; `null` is never. */
  readonly answers?: Readonly<Record<string, Answer | null>>;
  /** From the loaded page to the state; resolves when it is there. */
  readonly show: (page: Page) => Promise<unknown>;
  /** The page is another's; ours is only what lies above it. */
  readonly above?: true;
};

/** Opens a state. `leave` it before the page is used again. */
export const visit = async (page: Page, { path, answers = {}, show }: View): Promise<void> => {
  for (const [pattern, answer] of Object.entries(answers)) {
    await page.route(pattern, (route) => (answer === null ? undefined : route.fulfill(answer)));
  }
  await page.goto(path);
  await show(page);
};

export const leave = async (page: Page, { answers = {} }: View): Promise<void> => {
  for (const pattern of Object.keys(answers)) await page.unroute(pattern);
};

const LIGHTSPEED = '**/api/proxy/plugin/lightspeed-console-plugin/ols';
const TOOLS = `${LIGHTSPEED}/v1/mcp-apps/**`;
const SIDECAR = '**/api/proxy/plugin/cnv-ai-plugin/diagnostic/**';
/** Who answers otherwise lets the page wait. */
const NO_ANSWER = { [TOOLS]: null, [SIDECAR]: null };
const BROKEN: Answer = { status: 500, json: {} };

const NAD = diagnosisPage('shop-network', 'checkout-01');
const FOUND = `${SEARCH_PAGE}?q=VMs+in+shop-network`;

const test =
  (...names: readonly string[]) =>
  async (page: Page): Promise<void> => {
    // Every name but the last is clicked.
    for (const name of names.slice(0, -1)) await byTest(page, name).first().click();
    await byTest(page, names.at(-1) ?? '')
      .first()
      .waitFor();
  };

/** Examples and suggestions name what is in the cluster once it has been read. */
const untilKnown = async (page: Page): Promise<void> => {
  await byTest(page, 'ai-search-example').first().waitFor();
  await page.waitForLoadState('networkidle');
};

const asked = (sentence: string, test: string): Pick<View, 'path' | 'show'> => ({
  path: `${SEARCH_PAGE}?q=${encodeURIComponent(sentence)}`,
  show: (page) => byTest(page, test).first().waitFor(),
});

const SEARCH_VIEWS: readonly View[] = [
  { name: 'search-empty', path: SEARCH_PAGE, show: untilKnown },
  { name: 'search-results', path: FOUND, show: test('ai-search-row') },
  { name: 'search-question', ...asked('blorptastic VMs', 'ai-search-clarification') },
  { name: 'search-refused', ...asked('delete all stopped VMs', 'ai-search-clarification') },
  { name: 'search-no-match', ...asked('paused VMs in shop-network', 'ai-search-empty') },
  { name: 'search-count', ...asked('how many VMs by status', 'ai-search-aggregate') },
  {
    name: 'search-forbidden',
    path: '/k8s/ns/team-data/virtualmachine-search?q=running+VMs',
    user: VIEWER,
    show: test('ai-search-clarification'),
  },
  {
    name: 'search-partial',
    path: `${SEARCH_PAGE}?q=stopped+VMs`,
    user: VIEWER,
    show: test('ai-search-row'),
  },
  {
    name: 'search-loading',
    path: FOUND,
    answers: { ...NO_ANSWER, '**/apis/kubevirt.io/v1/virtualmachine*': null },
    show: test('ai-search-loading'),
  },
  {
    name: 'search-unavailable',
    path: FOUND,
    answers: {
      [TOOLS]: BROKEN,
      [SIDECAR]: BROKEN,
      '**/apis/kubevirt.io/v1/**': { status: 503, json: { message: '' } },
    },
    show: test('troubleshoot-with-ai'),
  },
  {
    name: 'search-suggestions',
    path: SEARCH_PAGE,
    show: async (page) => {
      await untilKnown(page);
      await byTest(page, 'ai-search-input').pressSequentially('stop');
      await byTest(page, 'ai-search-completion').first().waitFor();
    },
  },
  {
    name: 'search-chip-editor',
    path: FOUND,
    show: async (page) => {
      await byTest(page, 'ai-search-chip').first().getByRole('button').first().click();
      await byTest(page, 'ai-search-chip-value').waitFor();
    },
  },
  {
    name: 'search-too-long',
    path: SEARCH_PAGE,
    show: async (page) => {
      await untilKnown(page);
      await write(page, 'running VMs '.repeat(50));
      await byTest(page, 'ai-search-too-long').waitFor();
    },
  },
  {
    name: 'search-columns',
    path: FOUND,
    show: test('ai-search-columns', 'ai-search-columns-save'),
  },
  {
    name: 'search-history',
    path: FOUND,
    show: test('ai-search-history', 'ai-search-history-body'),
  },
  {
    name: 'search-bulk',
    path: FOUND,
    show: async (page) => {
      await page.getByRole('checkbox').first().check();
      await test('ai-bulk-diagnose', 'ai-bulk-again')(page);
    },
  },
  {
    name: 'search-asked-lightspeed',
    path: FOUND,
    show: async (page) => {
      await byTest(page, 'ai-answer-ask').first().click();
      await page.locator('[data-test="ai-answer"][data-status="done"]').waitFor();
    },
  },
];

const DIAGNOSIS_VIEWS: readonly View[] = [
  {
    name: 'diagnosis-problem',
    path: NAD,
    show: test('ai-dependency-picture'),
  },
  {
    name: 'diagnosis-list',
    path: NAD,
    show: test('ai-dependencies-list', 'ai-dependency'),
  },
  {
    name: 'diagnosis-healthy',
    path: diagnosisPage('shop-network', 'checkout-0'),
    show: test('ai-diagnosis-summary'),
  },
  {
    name: 'diagnosis-unchecked',
    path: diagnosisPage('prod-web', 'order-intake-03'),
    user: TEAM,
    show: test('ai-unchecked'),
  },
  {
    name: 'diagnosis-fix',
    path: diagnosisPage('edge-rendering', 'render-07'),
    show: test('ai-fix-review', 'apply-fix-confirm'),
  },
  {
    name: 'diagnosis-fix-refused',
    path: diagnosisPage('prod-web', 'order-intake-03'),
    user: VIEWER,
    show: async (page) => {
      await byTest(page, 'ai-fix-review').first().click();
      await page.locator('[data-test="ai-fix-dialog"] [data-state="refused"]').waitFor();
    },
  },
  {
    name: 'diagnosis-consent',
    path: NAD,
    unasked: true,
    show: test('ai-answer-ask', 'ai-consent'),
  },
  {
    name: 'diagnosis-answer',
    path: NAD,
    show: async (page) => {
      await byTest(page, 'ai-answer-ask').first().click();
      await page.locator('[data-test="ai-answer"][data-status="done"]').waitFor();
    },
  },
  {
    name: 'diagnosis-loading',
    path: NAD,
    answers: NO_ANSWER,
    show: (page) =>
      page.locator('[data-test=get-ai-diagnosis][disabled], .pf-m-in-progress').first().waitFor(),
  },
  {
    name: 'diagnosis-lightspeed-not-ready',
    path: NAD,
    answers: { [`${LIGHTSPEED}/readiness`]: { status: 503, json: { detail: { cause: '' } } } },
    show: test('ai-answer-unavailable'),
  },
  {
    name: 'diagnosis-quota-used-up',
    path: NAD,
    answers: {
      [`${LIGHTSPEED}/v1/streaming_query`]: {
        status: 500,
        json: { detail: { response: 'The quota has been exceeded', cause: 'Quota limit reached' } },
      },
    },
    show: test('ai-answer-ask', 'ai-answer-problem'),
  },
  {
    name: 'condition-popover',
    path: NAD,
    show: test('ai-condition-Synchronized', 'ai-condition-meaning'),
  },
  {
    name: 'diagnosis-modal',
    above: true,
    path: '/k8s/ns/shop-network/kubevirt.io~v1~VirtualMachine/checkout-01',
    show: async (page) => {
      await page.locator('[data-test-id="actions-menu-button"]').click();
      await page.getByRole('menuitem').last().click();
      const modal = byTest(page, 'ai-diagnosis-modal');
      await byTest(modal, 'ai-diagnosis-root-cause').first().waitFor();
    },
  },
];

/** Lets the first machines of a fleet be looked at, and no more. */
const lookAtFirst = async (page: Page): Promise<void> => {
  await page.route(TOOLS, (route) => {
    const body: unknown = route.request().postDataJSON();
    const args = recordAt(body, 'arguments');
    if (textAt(body, 'tool_name') !== 'diagnose_vm_fleet') return route.continue();
    // The answer to what comes after the first page is never given.
    if (args.cursor !== undefined) return undefined;
    const limited = { ...recordAt(body), arguments: { ...args, limit: 20 } };
    return route.continue({ postData: JSON.stringify(limited) });
  });
  await page.reload();
  await test('ai-fleet-group')(page);
  await test('ai-fleet-progress')(page);
};

const inChat =
  (question: string, test: string) =>
  async (page: Page): Promise<void> => {
    await byTest(page, 'chat-toggle').click();
    await byTest(page, 'chat-input').fill(question);
    await byTest(page, 'chat-send').click();
    await byTest(byTest(page, 'chat'), test).first().waitFor();
    await byTest(page, 'chat-stop').waitFor({ state: 'detached' });
  };

/** The chat is the host's; what tools found there is shown by the plugin. */
export const CHAT_VIEWS: readonly View[] = [
  {
    name: 'chat-search',
    path: '/dashboards',
    show: inChat('Find stopped VMs in prod-web', 'ai-search-row'),
  },
  {
    name: 'chat-diagnosis',
    path: '/dashboards',
    show: inChat('Why is VM checkout-01 in shop-network not starting?', 'ai-diagnosis-root-cause'),
  },
];

const FLEET_VIEWS: readonly View[] = [
  {
    name: 'fleet',
    path: '/k8s/ns/shop-network/virtualmachine-problems',
    show: async (page) => {
      await test('ai-fleet-group')(page);
      await byTest(page, 'ai-fleet-stop').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'fleet-so-far',
    path: '/k8s/all-namespaces/virtualmachine-problems',
    show: lookAtFirst,
  },
  {
    name: 'overview-popup',
    above: true,
    path: '/dashboards',
    user: TEAM,
    show: async (page) => {
      await byTest(page, 'health-item').getByRole('button').click();
      await byTest(page, 'ai-fleet-sentence').waitFor();
      await byTest(page, 'ai-fleet-progress').waitFor({ state: 'detached' });
    },
  },
];

export const VIEWS: readonly View[] = [...SEARCH_VIEWS, ...DIAGNOSIS_VIEWS, ...FLEET_VIEWS];
