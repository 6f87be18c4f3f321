import type { Page, Route } from 'playwright-core';
import * as golden from '../../src/views/lightspeed/testing/golden-streams';
import { ADMINISTRATOR, byTest, diagnosisPage, startSession, type Session } from './session';

const LIGHTSPEED = '**/api/proxy/plugin/lightspeed-console-plugin/ols';
const SIDECAR = '**/api/proxy/plugin/cnv-ai-plugin/diagnostic/**';
const HIDDEN = 'console.preference.console.hideLightspeedButton';

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession();
  page = await session.open(ADMINISTRATOR);
});
afterAll(() => session.close());
afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate((key) => localStorage.removeItem(key), HIDDEN);
});

/** Answers every request of an address in its place. */
const answer = (path: string, status: number, json: unknown): Promise<unknown> =>
  page.route(path, (route) => route.fulfill({ status, json }));

const lightspeed = (path: string, status: number, detail: unknown): Promise<unknown> =>
  answer(`${LIGHTSPEED}${path}`, status, { detail });

const stream = (...events: readonly string[]): Promise<unknown> =>
  page.route(`${LIGHTSPEED}/v1/streaming_query`, (route) =>
    route.fulfill({ contentType: 'application/json', body: events.join('') }),
  );

/** The session as the console tells it, changed. */
const inSession = (change: Readonly<Record<string, unknown>>): Promise<unknown> =>
  page.route('**/api/console/session', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), ...change } });
  });

const withoutMode = async (route: Route): Promise<void> => {
  const asked = (route.request().postDataJSON() ?? {}) as Readonly<Record<string, unknown>>;
  await ('mode' in asked
    ? route.fulfill({ status: 422, json: { detail: [{ loc: ['body', 'mode'], msg: 'Extra' }] } })
    : route.fulfill({ contentType: 'application/json', body: golden.GROUNDED }));
};

const hide = (): Promise<void> => page.evaluate((key) => localStorage.setItem(key, 'true'), HIDDEN);

const SPOKE = '/api/proxy/plugin/mce/console/multicloud/managedclusterproxy/spoke';

/** The machine as a hub shows one of another cluster, whose API server the hub passes on. */
const elsewhere = async (): Promise<void> => {
  await page.route('**/api/kubernetes/**/virtualmachines/checkout-01', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      json: { ...((await response.json()) as object), cluster: 'spoke' },
    });
  });
  await page.route(`**${SPOKE}/**`, (route) =>
    route.continue({ url: route.request().url().replace(SPOKE, '/api/kubernetes') }),
  );
};

type State = {
  readonly name: string;
  readonly arrange: () => Promise<unknown>;
  /** Who gave the findings, which are there in every state. Default: the sidecar, through Lightspeed. */
  readonly by?: RegExp;
  /** Whether a model can be asked: yes, no with a reason beside the button, or nothing speaks of it. */
  readonly ask: 'offered' | 'refused' | 'absent';
  /** The sentence beside the button. */
  readonly beside?: RegExp;
  /** What comes after the click: an answer, or a sentence. */
  readonly then?: 'answer' | RegExp;
};

const IN_BROWSER = /in your browser/;
const BY_SIDECAR = /^Answered by cnv-diagnostic$/;
const nothing = () => Promise.resolve();

const STATES: readonly State[] = [
  { name: 'everything is there', arrange: nothing, ask: 'offered', then: 'answer' },
  {
    name: 'Lightspeed is not installed',
    arrange: () => Promise.all([inSession({ lightspeed: false }), lightspeed('/**', 404, 'x')]),
    by: BY_SIDECAR,
    ask: 'absent',
  },
  { name: 'the user has hidden Lightspeed', arrange: hide, ask: 'absent' },
  {
    name: 'the user has no access',
    arrange: () => lightspeed('/**', 403, 'Forbidden: User does not have access'),
    by: BY_SIDECAR,
    ask: 'refused',
    beside: /lightspeed-operator-query-access/,
  },
  {
    name: 'Lightspeed is not ready',
    arrange: () =>
      lightspeed('/readiness', 503, {
        response: 'Service is not ready',
        cause: 'LLM is not ready',
      }),
    ask: 'offered',
    beside: /not ready yet/,
  },
  {
    name: 'Lightspeed cannot be reached',
    arrange: () => lightspeed('/**', 502, 'Bad gateway'),
    by: BY_SIDECAR,
    ask: 'offered',
    beside: /cannot be reached/,
  },
  {
    name: 'the quota is used up',
    arrange: () =>
      lightspeed('/v1/streaming_query', 500, {
        response: 'The quota has been exceeded',
        cause: 'Quota limit reached',
      }),
    ask: 'offered',
    then: /quota is used up/,
  },
  {
    name: 'the model takes no more requests',
    arrange: () =>
      lightspeed('/v1/streaming_query', 500, {
        response: '[LLM Backend] An error occurred during LLM invocation',
        cause: 'Error code: 429, rate limit reached',
      }),
    ask: 'offered',
    then: /too many requests/,
  },
  {
    name: 'the question is too long',
    arrange: () =>
      lightspeed('/v1/streaming_query', 413, { response: 'Prompt is too long', cause: 'x' }),
    ask: 'offered',
    then: /too long for the language model/,
  },
  {
    name: 'the stream ends without an end',
    arrange: () => stream(golden.start, golden.token('half')),
    ask: 'offered',
    then: /connection broke/,
  },
  {
    name: 'the stream has events nobody knows',
    arrange: () =>
      stream(
        golden.start,
        'data: {"event":"skill_selected","data":{"name":"x"}}\n\n',
        'data: {"event":"from_tomorrow","data":[1]}\n\ndata: not json\n\n',
        golden.token('whole'),
        golden.end,
      ),
    ask: 'offered',
    then: 'answer',
  },
  {
    name: 'Lightspeed is older and knows no mode',
    arrange: () => page.route(`${LIGHTSPEED}/v1/streaming_query`, withoutMode),
    ask: 'offered',
    then: 'answer',
  },
  {
    name: 'Lightspeed is older and calls no tools for pages',
    arrange: () => lightspeed('/v1/mcp-apps/**', 404, 'Not Found'),
    by: BY_SIDECAR,
    ask: 'offered',
  },
  {
    name: 'the MCP server is not configured',
    arrange: () => lightspeed('/v1/mcp-apps/**', 404, "MCP server 'cnv-diagnostic' not found"),
    by: BY_SIDECAR,
    ask: 'offered',
  },
  {
    name: 'the sidecar is down',
    arrange: () =>
      Promise.all([
        lightspeed('/v1/mcp-apps/**', 500, 'Failed to call tool'),
        answer(SIDECAR, 502, { message: 'no upstream' }),
      ]),
    by: IN_BROWSER,
    ask: 'offered',
  },
  {
    name: 'the user is impersonating',
    arrange: () => inSession({ impersonate: 'bob' }),
    by: IN_BROWSER,
    ask: 'refused',
    beside: /Stop impersonating/,
  },
  {
    name: 'the machine is on another cluster',
    arrange: elsewhere,
    by: IN_BROWSER,
    ask: 'refused',
    beside: /on another cluster/,
  },
  {
    name: 'an administrator has switched models off',
    arrange: () =>
      answer('**/api/plugins/cnv-ai-plugin/settings.json', 200, { ai: false, enabled: true }),
    ask: 'absent',
  },
  {
    name: 'the project is excluded from AI',
    arrange: () =>
      answer('**/api/kubernetes/api/v1/namespaces/shop-network', 200, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'shop-network', labels: { 'cnv-ai.kubevirt.io/disabled': '' } },
      }),
    ask: 'offered',
    then: /excluded from AI/,
  },
];

/** What the page offers for the explanation of its findings. */
const askButton = () => byTest(page, 'ai-answer-ask').first();

const checkOffer = async ({ ask, beside }: State): Promise<void> => {
  if (ask === 'absent') {
    expect(await byTest(page, 'ai-answer-ask').count()).toBe(0);
    expect(await byTest(page, 'ai-answer-unavailable').count()).toBe(0);
    return;
  }
  await askButton().waitFor();
  if (beside === undefined) return;
  expect(await byTest(page, 'ai-answer-unavailable').first().innerText()).toMatch(beside);
  expect(await askButton().getAttribute('aria-disabled')).toBe(ask === 'refused' ? 'true' : null);
};

const checkAnswer = async (then: NonNullable<State['then']>): Promise<void> => {
  await page.locator('[data-test=ai-answer-ask]:not([aria-disabled=true])').first().click();
  if (then === 'answer') {
    await page.locator('[data-test="ai-answer"][data-status="done"]').waitFor();
    return;
  }
  const told = byTest(page, 'ai-answer-problem').first();
  await told.waitFor();
  expect(await told.innerText()).toMatch(then);
};

describe.each(STATES)('when $name', (state) => {
  it('the findings stand, and it is said once', async () => {
    await state.arrange();
    await page.goto(diagnosisPage('shop-network', 'checkout-01'));
    const cause = byTest(page, 'ai-diagnosis-root-cause').first();
    await cause.waitFor();
    expect(await cause.innerText()).toContain('vlan-110');
    expect(await byTest(page, 'ai-answer-source').first().innerText()).toMatch(
      state.by ?? /through Lightspeed/,
    );
    await checkOffer(state);
    if (state.then !== undefined) await checkAnswer(state.then);
    expect(await byTest(page, 'ai-diagnosis-root-cause').count()).toBeGreaterThan(0);
  });
});

it('a tool that wants to change something is refused at once, and that is shown', async () => {
  const decisions: unknown[] = [];
  await page.route(`${LIGHTSPEED}/v1/tool-approvals/decision`, async (route) => {
    decisions.push(route.request().postDataJSON());
    await route.fulfill({ json: null });
  });
  await stream(golden.start, golden.approval('restart_vm'), golden.token('well'), golden.end);
  await page.goto(diagnosisPage('shop-network', 'checkout-01'));
  await checkAnswer('answer');
  expect(await byTest(page, 'ai-answer-refused').innerText()).toContain('restart_vm');
  expect(decisions).toEqual([{ approval_id: '4df3', approved: false }]);
});

it('a conversation that was made for a page is deleted again', async () => {
  const deleted = page.waitForRequest(
    (request) => request.method() === 'DELETE' && request.url().includes('/v1/conversations/'),
  );
  await stream(golden.GROUNDED);
  await page.goto(diagnosisPage('shop-network', 'checkout-01'));
  await checkAnswer('answer');
  expect((await deleted).url()).toContain(golden.CONVERSATION);
});
