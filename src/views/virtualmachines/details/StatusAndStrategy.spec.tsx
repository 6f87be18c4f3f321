/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen } from '@testing-library/react';
import { DescriptionList } from '@patternfly/react-core';
import userEvent from '@testing-library/user-event';
import { startEdge, json, type Edge } from '../../../answers/testing/edge';
import { renderAt, violations } from '../../../testing/render';
import { StatusAndStrategy } from './StatusAndStrategy';

const vm = (status: string, conditions: readonly object[] = []) => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { namespace: 'demo', name: 'db', creationTimestamp: '2026-11-01T00:00:00Z' },
  spec: { runStrategy: 'RerunOnFailure' },
  status: { printableStatus: status, conditions },
});

describe('StatusAndStrategy', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge((_, response) => json(response, 404, {}));
  });
  afterAll(() => edge.close());

  it.each([
    ['Running', [{ type: 'Ready', status: 'True' }], 'As it should be', 'The guest runs.'],
    [
      'Paused',
      [{ type: 'Paused', status: 'True', reason: 'PausedIOError' }],
      'Needs attention',
      'its storage',
    ],
  ])('tells for this machine what %s means, without asking anybody', async (...given) => {
    const [status, conditions, verdict, sentence] = given;
    renderAt(
      <DescriptionList>
        <StatusAndStrategy vm={vm(status, conditions)} />
      </DescriptionList>,
    );
    await userEvent.click(screen.getByTestId('ai-status-meaning'));
    const text = await screen.findByTestId('ai-status-meaning-text');
    expect(text).toHaveTextContent(verdict);
    expect(text).toHaveTextContent(sentence);
    expect(edge.requests.filter(({ path }) => !path.endsWith('/settings.json'))).toEqual([]);
  });

  it('tells what the run strategy makes KubeVirt do', async () => {
    renderAt(
      <DescriptionList>
        <StatusAndStrategy vm={vm('Running')} />
      </DescriptionList>,
    );
    await userEvent.click(screen.getByTestId('ai-strategy-meaning'));
    expect(await screen.findByTestId('ai-strategy-meaning-text')).toHaveTextContent(
      'started again when its instance fails',
    );
    expect(await violations()).toHaveNoViolations();
  });
});
