import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useCallback } from 'react';
import { ContinueInLightspeed, OpenButton } from './ContinueInLightspeed';
import { statusQuestion } from './prompts/prompts';
import { isOpenHandler } from './useOpenLightspeed';

const question = () => statusQuestion({ namespace: 'demo', vmName: 'db', status: 'Running' });

describe('ContinueInLightspeed', () => {
  it('opens the chat with the question and its facts, and leaves sending to the user', async () => {
    const opened: unknown[][] = [];
    const useOpen = () => useCallback((...args: unknown[]) => void opened.push(args), []);
    render(<OpenButton question={question} useOpen={useOpen} />);
    await userEvent.click(screen.getByTestId('ai-answer-continue'));
    const { task, facts } = question();
    expect(opened).toEqual([
      [task, [expect.objectContaining({ namespace: 'demo', value: facts.join('\n') })]],
    ]);
  });

  it('shows nothing where no plugin opens a chat', async () => {
    const { container } = await act(async () =>
      Promise.resolve(render(<ContinueInLightspeed question={question} />)),
    );
    expect(container).toBeEmptyDOMElement();
  });
});

describe('isOpenHandler', () => {
  it.each([
    ['console.action/provider', 'ols-open-handler', true],
    ['console.action/provider', 'resource', false],
    ['console.flag', 'ols-open-handler', false],
  ])('of a %s for %s is %s', (type, contextId, expected) => {
    expect(isOpenHandler({ type, properties: { contextId } })).toBe(expected);
  });
});
