/** @jest-environment ./src/answers/testing/environment.mjs */
import type { ServerResponse } from 'node:http';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { MemoryRouter } from 'react-router';
import { ConsoleContext, INITIAL_STATE } from '../../../development/console/sdk/context';
import { json, startEdge, type Edge } from '../../answers/testing/edge';
import { giveConsent } from '../../testing/consent';
import { makeRow, makeSearchResult } from '../../testing/factories';
import * as golden from './testing/golden-streams';

let edge: Edge;
const answers: ServerResponse[] = [];

type Setup = {
  readonly installed?: boolean;
  readonly settings?: unknown;
  readonly authorized?: number;
  readonly ready?: number;
};

/** A fresh page: what is known about Lightspeed is kept for a page load. */
const show = async ({
  installed = true,
  settings = {},
  authorized = 200,
  ready = 200,
}: Setup = {}) => {
  answers.length = 0;
  edge = await startEdge(({ path }, response) => {
    if (path.endsWith('/settings.json')) json(response, 200, settings);
    else if (path.endsWith('/authorized')) json(response, authorized, { detail: 'x' });
    else if (path.endsWith('/readiness')) json(response, ready, { detail: 'x' });
    else if (path.endsWith('/v1/streaming_query')) answers.push(response);
    else if (path.endsWith('/v1/feedback/status')) {
      json(response, 200, { functionality: 'feedback', status: { enabled: true } });
    } else json(response, 200, { metadata: { name: 'demo' } });
  });
  const { LightspeedExplanation } = await import('./LightspeedExplanation');
  const { statusQuestion } = await import('./prompts/prompts');
  const question = () => statusQuestion({ namespace: 'demo', vmName: 'db', status: 'Running' });
  // What is known already is there in the next microtask.
  return act(async () =>
    Promise.resolve(
      render(
        <ConsoleContext.Provider
          value={{ ...INITIAL_STATE, flags: { LIGHTSPEED_PLUGIN: installed } }}
        >
          <MemoryRouter>
            <LightspeedExplanation question={question} />
          </MemoryRouter>
        </ConsoleContext.Provider>,
      ),
    ),
  );
};

const button = () => screen.findByTestId('ai-answer-ask');
const paths = () => edge.requests.map(({ path }) => path.split('/').at(-1));

const click = async (): Promise<void> => {
  await waitFor(async () => expect(await button()).not.toHaveAttribute('aria-disabled', 'true'));
  await userEvent.click(await button());
};

const answer = async (text: string): Promise<ServerResponse> => {
  await waitFor(() => expect(answers).toHaveLength(1));
  const [response] = answers;
  if (response === undefined) throw new Error('no question came');
  response.writeHead(200, { 'Content-Type': 'application/json' }).write(text);
  return response;
};

beforeEach(async () => {
  giveConsent();
  (await import('./answer-cache')).answerCache.clear();
});
afterEach(async () => {
  localStorage.clear();
  await act(() => edge.close());
});

describe('LightspeedExplanation', () => {
  it('asks nothing before the click', async () => {
    await show();
    await button();
    await waitFor(() => expect(paths()).toContain('readiness'));
    expect(paths()).not.toContain('streaming_query');
  });

  it('streams the answer, says what stands behind it, and has no accessibility violation', async () => {
    const { container } = await show();
    await click();
    (await answer(golden.GROUNDED)).end();
    await waitFor(() =>
      expect(screen.getByTestId('ai-answer')).toHaveAttribute('data-status', 'done'),
    );
    expect(await screen.findByTestId('ai-answer-text')).toHaveTextContent('Le disque');
    expect(screen.getByTestId('ai-answer-basis')).toHaveAttribute('data-basis', 'grounded');
    expect(screen.getByText('AI generated')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('stops, and keeps what had come', async () => {
    await show();
    await click();
    await answer(golden.start + golden.token('half an answer'));
    await screen.findByText('half an answer');
    await userEvent.click(screen.getByTestId('ai-answer-stop'));
    expect(screen.getByTestId('ai-answer')).toHaveAttribute('data-status', 'stopped');
    expect(screen.getByText('half an answer')).toBeVisible();
    expect(screen.queryByTestId('ai-answer-stop')).not.toBeInTheDocument();
  });

  it('says in one sentence what went wrong, and asks again on a click', async () => {
    await show();
    await click();
    (await answer(golden.start)).end();
    expect(await screen.findByTestId('ai-answer-problem')).toHaveTextContent(
      'The connection broke before the answer was complete.',
    );
    answers.length = 0;
    await userEvent.click(screen.getByTestId('ai-answer-retry'));
    (await answer(golden.GROUNDED)).end();
    await waitFor(() =>
      expect(screen.getByTestId('ai-answer')).toHaveAttribute('data-status', 'done'),
    );
  });

  it('asks again after Stop without a trace of the first answer', async () => {
    await show();
    await click();
    await answer(golden.start + golden.token('first'));
    await screen.findByText('first');
    answers.length = 0;
    fireEvent.click(screen.getByTestId('ai-answer-stop'));
    fireEvent.click(screen.getByTestId('ai-answer-retry'));
    (await answer(golden.start + golden.token('second') + golden.end)).end();
    expect(await screen.findByText('second')).toBeVisible();
    expect(screen.queryByText('first')).not.toBeInTheDocument();
    expect(screen.getByTestId('ai-answer')).toHaveAttribute('data-status', 'done');
  });

  it('shows the rows a search tool found, whatever the model says of them', async () => {
    await show();
    await click();
    const result = makeSearchResult({ vms: [makeRow({ name: 'web-7' })] });
    const tool = 'search_vms_semantic';
    const stream = [
      golden.start,
      golden.toolCall(tool, 'cnv-diagnostic'),
      golden.toolResult(tool, 'success', 'cnv-diagnostic', result),
      golden.token('There are none.'),
      golden.end,
    ];
    (await answer(stream.join(''))).end();
    expect(await screen.findByTestId('ai-search-row')).toHaveTextContent('web-7');
  });

  it('says that a tool was refused', async () => {
    await show();
    await click();
    (await answer(golden.start + golden.approval('restart_vm') + golden.end)).end();
    expect(await screen.findByTestId('ai-answer-refused')).toHaveTextContent('restart_vm');
  });
});

describe('consent', () => {
  it('is asked for before the first text goes to a model, and can be withdrawn', async () => {
    localStorage.clear();
    const { container } = await show();
    await click();
    expect(screen.getByTestId('ai-consent')).toHaveTextContent('Never sent: secrets');
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.click(screen.getByTestId('ai-consent-cancel'));
    expect(paths()).not.toContain('streaming_query');
    await click();
    await userEvent.click(screen.getByTestId('ai-consent-agree'));
    (await answer(golden.GROUNDED)).end();
    await userEvent.click(await screen.findByTestId('ai-consent-withdraw'));
    expect(screen.getByTestId('ai-consent-withdraw')).toHaveTextContent('Nothing more is sent');
    expect(screen.getByTestId('ai-consent-withdraw')).toHaveFocus();
    await userEvent.click(screen.getByTestId('ai-answer-retry'));
    expect(screen.getByTestId('ai-consent')).toBeVisible();
    expect(answers).toHaveLength(1);
  });
});

describe('an answer that was given before', () => {
  it('costs no second call, and says so; asking again does', async () => {
    const { unmount } = await show();
    await click();
    (await answer(golden.GROUNDED)).end();
    await waitFor(() =>
      expect(screen.getByTestId('ai-answer')).toHaveAttribute('data-status', 'done'),
    );
    unmount();
    await edge.close();
    await show();
    await click();
    expect(await screen.findByTestId('ai-answer-remembered')).toBeVisible();
    expect(answers).toHaveLength(0);
    await userEvent.click(screen.getByTestId('ai-answer-retry'));
    await waitFor(() => expect(answers).toHaveLength(1));
  });
});

describe('what an answer cost', () => {
  it('is told where Lightspeed tells it, with what is left', async () => {
    await show();
    await click();
    (await answer(golden.GROUNDED)).end();
    expect(await screen.findByTestId('ai-answer-tokens')).toHaveTextContent(
      '1,546 read, 5 written',
    );
    expect(screen.getByTestId('ai-answer-quota')).toHaveTextContent('Tokens left for you: 4,200');
  });
});

describe('the text of an answer', () => {
  it.each([
    ['is copied', () => Promise.resolve(), 'Copied'],
    ['is not, and that is said', () => Promise.reject(new Error('denied')), 'does not allow'],
  ])('%s', async (_, write, label) => {
    await show();
    await click();
    (await answer(golden.GROUNDED)).end();
    const copy = await screen.findByTestId('ai-answer-copy');
    const written = jest.fn(write);
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: written },
    });
    await userEvent.click(copy);
    await waitFor(() => expect(copy).toHaveTextContent(label));
    expect(written).toHaveBeenCalledWith(expect.stringContaining('は保留中'));
  });
});

describe('an opinion about an answer', () => {
  it('goes to Lightspeed with the conversation', async () => {
    await show();
    await click();
    (await answer(golden.GROUNDED)).end();
    await userEvent.click(await screen.findByTestId('ai-answer-helpful'));
    expect(await screen.findByTestId('ai-answer-thanked')).toBeVisible();
    const sent = edge.requests.find(({ path }) => path.endsWith('/v1/feedback'));
    expect(sent?.body).toMatchObject({
      sentiment: 1,
      user_feedback: 'cnv-ai-plugin; root causes: none',
    });
  });
});

describe('availability', () => {
  it('is not spoken of where Lightspeed is not installed, and nothing is asked', async () => {
    const { container } = await show({ installed: false });
    expect(container).toBeEmptyDOMElement();
    expect(paths().filter((path) => path !== 'settings.json')).toEqual([]);
  });
});
