/** @jest-environment ./src/answers/testing/environment.mjs */
import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Provider } from 'react-redux';
import { legacy_createStore as createStore } from 'redux';
import { ConsoleContext, INITIAL_STATE } from '../../../development/console/sdk/context';
import { json, startEdge, type Edge } from '../../answers/testing/edge';
import { OtherCluster } from '../../components/other-cluster';
import { LightspeedExplanation } from './LightspeedExplanation';
import { statusQuestion } from './prompts/prompts';

let edge: Edge;
const settings = { now: {} };

beforeEach(async () => {
  edge = await startEdge(({ path }, response) => {
    if (path.endsWith('/settings.json')) json(response, 200, settings.now);
    else json(response, 403, { detail: 'Forbidden: User does not have access' });
  });
});
afterEach(() => edge.close());

const question = () => statusQuestion({ namespace: 'demo', vmName: 'db', status: 'Running' });

const show = (around: (page: ReactNode) => ReactNode = (page) => page) =>
  render(
    around(
      <ConsoleContext.Provider value={{ ...INITIAL_STATE, flags: { LIGHTSPEED_PLUGIN: true } }}>
        <LightspeedExplanation question={question} />
      </ConsoleContext.Provider>,
    ),
  );

const authorizations = () => edge.requests.filter(({ path }) => path.endsWith('/authorized'));

describe('where Lightspeed is there but cannot be asked', () => {
  it('says that one must stop impersonating, and asks nothing', async () => {
    const state = { sdkCore: { impersonate: { kind: 'User', name: 'bob' } } };
    const store = createStore((current: typeof state = state) => current);
    show((page) => <Provider store={store}>{page}</Provider>);
    expect(await screen.findByTestId('ai-answer-unavailable')).toHaveTextContent('impersonating');
    expect(screen.getByTestId('ai-answer-ask')).toHaveAttribute('aria-disabled', 'true');
    expect(authorizations()).toEqual([]);
  });

  it('says that it cannot read another cluster, and asks nothing', async () => {
    show((page) => <OtherCluster.Provider value="spoke">{page}</OtherCluster.Provider>);
    expect(await screen.findByTestId('ai-answer-unavailable')).toHaveTextContent(
      'on another cluster',
    );
    expect(screen.getByTestId('ai-answer-ask')).toHaveAttribute('aria-disabled', 'true');
    expect(authorizations()).toEqual([]);
  });

  it('says who may give the right to use it', async () => {
    show();
    expect(await screen.findByTestId('ai-answer-unavailable')).toHaveTextContent(
      'lightspeed-operator-query-access',
    );
    expect(screen.getByTestId('ai-answer-ask')).toHaveAttribute('aria-disabled', 'true');
  });

  it('shows nothing once an administrator switched AI off', async () => {
    settings.now = { ai: false };
    const { container } = show();
    await waitFor(() => expect(container).toBeEmptyDOMElement());
  });
});
