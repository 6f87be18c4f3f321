import { recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { Page } from 'playwright-core';
import { servedPlural } from '../../development/cluster/resources';
import * as golden from '../../src/views/lightspeed/testing/golden-streams';
import { ADMINISTRATOR, byTest, diagnosisPage, startSession, type Session } from './session';

let session: Session;

beforeAll(async () => {
  session = await startSession();
});
afterEach(() => session.closePages());
afterAll(() => session.close());
afterEach(() => session.stack.lightspeed?.behave({}));

const NAD = ['shop-network', 'checkout-01'] as const;
const OTHER = ['edge-rendering', 'render-07'] as const;

/** Bodies of what is sent to an address of Lightspeed. */
const listen = (page: Page, path: string): unknown[] => {
  const bodies: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(path)) {
      bodies.push(request.postDataJSON());
    }
  });
  return bodies;
};

/** Answers at once, with what a model and a tool said. */
const answerWith = (page: Page, body: string): Promise<unknown> =>
  page.route('**/v1/streaming_query', (route) =>
    route.fulfill({ contentType: 'application/json', body }),
  );

const ask = async (page: Page): Promise<void> => {
  await byTest(page, 'ai-answer-ask').first().click();
  await page.locator('[data-test="ai-answer"][data-status="done"]').first().waitFor();
};

describe('the explanation of Lightspeed', () => {
  it('asks once before the first text goes to a model', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD), { unasked: true });
    await byTest(page, 'ai-answer-ask').first().click();
    await byTest(page, 'ai-consent').waitFor();
    expect(await byTest(page, 'ai-answer').count()).toBe(0);
    await byTest(page, 'ai-consent-agree').click();
    await byTest(page, 'ai-answer').waitFor();
    await page.reload();
    await byTest(page, 'ai-answer-ask').first().click();
    await byTest(page, 'ai-answer').waitFor();
  });

  it('streams beside the findings, grounded in the tool of the sidecar', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    await byTest(page, 'ai-answer-ask').first().click();
    const card = byTest(page, 'ai-answer').first();
    await card.waitFor();
    await page.waitForFunction(
      () =>
        document.querySelector('[data-test="ai-answer"]')?.getAttribute('data-status') === 'done',
    );
    expect(await card.innerText()).toContain('vlan-110');
    expect(await byTest(page, 'ai-answer-basis').first().getAttribute('data-basis')).toBe(
      'grounded',
    );
    expect(await card.innerText()).toContain('AI generated');
  });

  it('stops on Stop and keeps what came', async () => {
    session.stack.lightspeed?.behave({ tokenDelayMs: 300 });
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    await byTest(page, 'ai-answer-ask').first().click();
    await byTest(page, 'ai-answer-text').first().waitFor();
    await byTest(page, 'ai-answer-stop').click();
    await page.waitForFunction(
      () =>
        document.querySelector('[data-test="ai-answer"]')?.getAttribute('data-status') ===
        'stopped',
    );
    expect((await byTest(page, 'ai-answer-text').first().innerText()).length).toBeGreaterThan(0);
  });
});

describe('an answer', () => {
  it('can be copied, and judged with the root causes it was about', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await answerWith(page, golden.GROUNDED);
    const opinions = listen(page, '/v1/feedback');
    await ask(page);
    await byTest(page, 'ai-answer-copy').click();
    await byTest(page, 'ai-answer-copy').filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Le disque');
    await byTest(page, 'ai-answer-unhelpful').click();
    await byTest(page, 'ai-answer-thanked').waitFor();
    expect(opinions).toEqual([
      expect.objectContaining({
        conversation_id: golden.CONVERSATION,
        sentiment: -1,
        user_feedback: expect.stringContaining('nad-missing') as unknown,
      }),
    ]);
  });

  it('tells what it cost and what is left', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    await answerWith(page, golden.GROUNDED);
    await ask(page);
    expect(await byTest(page, 'ai-answer-tokens').innerText()).toBe(
      'Tokens: 1,546 read, 5 written',
    );
    expect(await byTest(page, 'ai-answer-quota').innerText()).toBe('Tokens left for you: 4,200');
  });

  it('goes on in the chat with the findings, and leaves sending to the user', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    await ask(page);
    const questions = listen(page, '/v1/streaming_query');
    await byTest(page, 'ai-answer-continue').click();
    await byTest(page, 'chat-input').waitFor();
    expect(await byTest(page, 'chat-input').inputValue()).toContain('checkout-01');
    expect(questions).toEqual([]);
    await byTest(page, 'chat-send').click();
    await byTest(page, 'chat-stop').waitFor({ state: 'detached' });
    const [attachment] = (recordAt(questions[0]).attachments ?? []) as unknown[];
    expect(textAt(attachment, 'content')).toContain('nad-missing');
  });

  it('shows no link, no picture and no markup that a model wrote', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    const outside: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).hostname.endsWith('.example')) outside.push(request.url());
    });
    const text =
      '# Cause\n\n- **one**\n\n[here](https://evil.example/a) ![it](https://evil.example/b.png) <img src=https://evil.example/c onerror=alert(1)>';
    await answerWith(page, golden.start + golden.token(text) + golden.end);
    await ask(page);
    const shown = byTest(page, 'ai-answer-text');
    await shown.getByRole('heading', { name: 'Cause' }).waitFor();
    expect(await shown.locator('strong').innerText()).toBe('one');
    expect(await shown.locator('a, img').count()).toBe(0);
    expect(outside).toEqual([]);
    expect(await byTest(page, 'ai-answer-basis').getAttribute('data-basis')).toBe('findings');
  });
});

describe('what goes to a model', () => {
  it('goes once for one question, until the machine changes', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...OTHER));
    const questions = listen(page, '/v1/streaming_query');
    await ask(page);
    expect(questions).toHaveLength(1);
    const { query } = recordAt(questions[0]);
    expect(String(query).length).toBeLessThanOrEqual(32_000);
    // Elsewhere in the console and back: the same page load.
    const away = async (): Promise<void> => {
      await page
        .getByRole('link', { name: 'YAML', exact: true })
        .or(page.getByRole('tab', { name: 'YAML' }))
        .first()
        .click();
      await page
        .getByRole('link', { name: 'AI diagnosis' })
        .or(page.getByRole('tab', { name: 'AI diagnosis' }))
        .first()
        .click();
      await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
    };
    await away();
    await ask(page);
    await byTest(page, 'ai-answer-remembered').waitFor();
    expect(questions).toHaveLength(1);
    const { store } = session.stack.cluster ?? {};
    const vm = store?.get(servedPlural('virtualmachines'), ...OTHER);
    store?.update({ ...vm, metadata: { ...recordAt(vm, 'metadata'), labels: { touched: 'yes' } } });
    await byTest(page, 'ai-diagnosis-outdated').waitFor();
    await away();
    await ask(page);
    expect(await byTest(page, 'ai-answer-remembered').count()).toBe(0);
    expect(questions).toHaveLength(2);
  });

  it('goes one question at a time', async () => {
    session.stack.lightspeed?.behave({ tokenDelayMs: 50 });
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD));
    const questions = listen(page, '/v1/streaming_query');
    await byTest(page, 'ai-answer-ask').first().click();
    await byTest(page, 'ai-answer-text').first().waitFor();
    await byTest(page, 'ai-status-meaning').click();
    await byTest(page, 'ai-status-meaning-ask').click();
    const popover = page.getByRole('dialog');
    await popover.getByText('Waiting for Lightspeed').first().waitFor();
    expect(questions).toHaveLength(1);
    await byTest(popover, 'ai-answer-text').waitFor();
    expect(await byTest(page, 'ai-answer').first().getAttribute('data-status')).toBe('done');
    expect(questions).toHaveLength(2);
  });

  it.each([
    [
      'under an answer',
      async (page: Page) => {
        const withdraw = byTest(page, 'ai-consent-withdraw');
        await withdraw.click();
        await withdraw.filter({ hasText: 'Nothing more is sent' }).waitFor();
      },
    ],
    [
      'among the preferences of the user',
      async (page: Page) => {
        await page.goto('/user-preferences');
        const consent = page.getByLabel('Send facts about virtual machines');
        expect(await consent.isChecked()).toBe(true);
        await consent.uncheck();
        await page.goto(diagnosisPage(...NAD));
      },
    ],
  ])('is nothing more once the consent was withdrawn %s', async (_place, withdraw) => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(...NAD), { unasked: true });
    await byTest(page, 'ai-answer-ask').first().click();
    await byTest(page, 'ai-consent-agree').click();
    await page.locator('[data-test="ai-answer"][data-status="done"]').waitFor();
    await withdraw(page);
    await page.reload();
    const questions = listen(page, '/v1/streaming_query');
    await byTest(page, 'ai-answer-ask').first().click();
    await byTest(page, 'ai-consent').waitFor();
    expect(questions).toEqual([]);
  });
});
