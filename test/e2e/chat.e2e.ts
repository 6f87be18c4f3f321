import type { Locator, Page } from 'playwright-core';
import { accessibility } from './inspect';
import { ADMINISTRATOR, byTest, startSession, type Session } from './session';

let session: Session;

beforeAll(async () => {
  session = await startSession();
});
afterEach(() => session.closePages());
afterAll(() => session.close());

/** A view is drawn before the last word of an answer. */
const DRAWN = 10_000;

/** Who is told that there was no time left, and to try again, does so this often. */
const MOST_TRIES = 3;

/** Asks in the chat and waits for what a tool's view shows there. */
const askInChat = async (page: Page, question: string, test: string): Promise<Locator> => {
  await byTest(page, 'chat-toggle').click();
  const chat = byTest(page, 'chat');
  for (let tries = 1; ; tries += 1) {
    await byTest(chat, 'chat-input').fill(question);
    await byTest(chat, 'chat-send').click();
    await byTest(chat, 'chat-stop').waitFor();
    await byTest(chat, 'chat-stop').waitFor({ state: 'detached' });
    const view = byTest(chat, test).first();
    const isDrawn = await view.waitFor({ timeout: DRAWN }).then(
      () => true,
      () => false,
    );
    if (isDrawn) return chat;
    const said = await chat.innerText();
    if (tries === MOST_TRIES || !said.includes('There was no time left')) {
      throw new Error(`The chat shows no ${test}: ${said}`);
    }
  }
};

/** What a view shows wider than the message it stands in, which a chat cuts off. */
const wider = (chat: Locator): Promise<readonly string[]> =>
  chat.evaluate((element) => {
    const { right } = element.getBoundingClientRect();
    return [...element.querySelectorAll('.cnv-ai-plugin__in-chat')]
      .filter(
        (view) =>
          view.getBoundingClientRect().right > right || view.scrollWidth > view.clientWidth + 1,
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 160));
  });

const VIEWS = [
  ['a search', 'Find stopped VMs in prod-web', 'ai-search-row', 'Stopped'],
  [
    'a diagnosis',
    'Why is VM checkout-01 in shop-network not starting?',
    'ai-diagnosis-root-cause',
    'vlan-110',
  ],
  [
    'a fleet',
    'Diagnose the fleet: group failing VMs by root cause',
    'ai-fleet-group',
    'virtual machines',
  ],
] as const;

describe.each([
  ['wide', 1440],
  ['narrow', 400],
] as const)('in a %s window, the chat', (_, width) => {
  it.each(VIEWS)('shows what %s found with the components of the pages', async (...given) => {
    const [, question, test, text] = given;
    const page = await session.open(ADMINISTRATOR, '/dashboards');
    await page.setViewportSize({ width, height: 900 });
    const chat = await askInChat(page, question, test);
    expect(await byTest(chat, test).allInnerTexts()).toContainEqual(expect.stringContaining(text));
    expect(await wider(chat)).toEqual([]);
    expect(await accessibility(page, '[data-test=chat]')).toEqual([]);
  });
});

it('leads from a finding in the chat to its page', async () => {
  const page = await session.open(ADMINISTRATOR, '/dashboards');
  const chat = await askInChat(page, 'Find stopped VMs in prod-web', 'ai-search-row');
  const link = byTest(chat, 'ai-search-row').first().getByRole('link').first();
  const name = (await link.innerText()).trim();
  await link.click();
  await page.waitForURL(`**/k8s/ns/prod-web/kubevirt.io~v1~VirtualMachine/${name}`);
});
