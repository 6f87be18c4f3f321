/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { say } from '@cnv-ai/engine/messages';
import { startBackend, type Backend } from '../../../testing/backend';
import { makeDiagnosis, makeRootCause } from '../../../testing/factories';
import { renderAt, violations } from '../../../testing/render';
import { DiagnosisTab } from './DiagnosisTab';

const vm = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'db', namespace: 'demo' },
  status: {
    conditions: [
      { type: 'Ready', status: 'False', reason: 'GuestNotRunning', message: 'Not running' },
      { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' },
    ],
  },
};

/** The console's page of a machine that changes while it is open. */
const Changing = () => {
  const [version, setVersion] = useState(1);
  const metadata = { ...vm.metadata, resourceVersion: String(version) };
  return (
    <>
      <button onClick={() => setVersion(version + 1)}>change</button>
      <DiagnosisTab obj={{ ...vm, metadata }} />
    </>
  );
};

describe('DiagnosisTab', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend(() => makeDiagnosis());
  });
  beforeEach(() => {
    backend.calls.length = 0;
    backend.answer = () => makeDiagnosis();
  });
  afterAll(() => backend.close());

  it('diagnoses the VirtualMachine it is opened for, answer first, and says who answered', async () => {
    renderAt(<DiagnosisTab obj={vm} />);
    const summary = await screen.findByTestId('ai-diagnosis-summary');
    expect(summary).toHaveTextContent('demo/db cannot start: no node matches.');
    expect(screen.getByTestId('ai-diagnosis-root-cause')).toBeVisible();
    expect(screen.getByTestId('ai-answer-source')).toHaveTextContent('through Lightspeed');
    expect(backend.calls.map(({ args }) => args)).toEqual([{ namespace: 'demo', vmName: 'db' }]);
  });

  it('shows every condition with the findings, so that none moves, to be explained on a click', async () => {
    renderAt(<DiagnosisTab obj={vm} />);
    expect(screen.queryByRole('button', { name: 'Ready=False' })).not.toBeInTheDocument();
    await screen.findByTestId('ai-diagnosis-root-cause');
    expect(screen.getByRole('button', { name: 'Ready=False' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'PodScheduled=False' }));
    expect(await screen.findByText('0/3 nodes')).toBeVisible();
  });

  it('keeps the findings while it looks again, and shows the new ones', async () => {
    renderAt(<DiagnosisTab obj={vm} />);
    await screen.findByTestId('ai-diagnosis-root-cause');
    backend.answer = () => makeDiagnosis({ verdict: 'healthy', rootCauses: [] });
    await userEvent.click(screen.getByRole('button', { name: /Refresh/ }));
    await waitFor(() =>
      expect(screen.getByTestId('ai-diagnosis-summary')).toHaveTextContent('No problem found'),
    );
    expect(screen.queryByTestId('ai-diagnosis-root-cause')).not.toBeInTheDocument();
  });

  it('notices that the machine changed, and shows what another look finds changed', async () => {
    renderAt(<Changing />);
    await screen.findByTestId('ai-diagnosis-root-cause');
    expect(screen.queryByTestId('ai-diagnosis-outdated')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'change' }));
    expect(screen.getByTestId('ai-diagnosis-outdated')).toHaveTextContent('has changed since');
    expect(backend.calls).toHaveLength(1);
    const title = say('A disk is missing');
    backend.answer = () =>
      makeDiagnosis({
        observedAt: '2026-11-20T14:05:00Z',
        rootCauses: [makeRootCause({ id: 'pvc-missing', titleMessage: title })],
      });
    await userEvent.click(screen.getByRole('button', { name: /Refresh/ }));
    const changes = await screen.findByTestId('ai-diagnosis-since');
    expect(changes).toHaveTextContent('Gone: No node matches the node selector');
    expect(changes).toHaveTextContent('New: A disk is missing');
    expect(screen.queryByTestId('ai-diagnosis-outdated')).not.toBeInTheDocument();
    expect(await violations()).toHaveNoViolations();
  });

  it('says so when another look finds the same', async () => {
    renderAt(<DiagnosisTab obj={vm} />);
    await screen.findByTestId('ai-diagnosis-root-cause');
    backend.answer = () => makeDiagnosis({ observedAt: '2026-11-20T14:05:00Z' });
    await userEvent.click(screen.getByRole('button', { name: /Refresh/ }));
    expect(await screen.findByTestId('ai-diagnosis-since')).toHaveTextContent(
      'The same findings as before',
    );
  });

  it('lists the causes in the order given, and what stands behind them on demand', async () => {
    const latent = makeRootCause({ id: 'latent', severity: 'warning' });
    backend.answer = () => makeDiagnosis({ rootCauses: [makeRootCause(), latent] });
    renderAt(<DiagnosisTab obj={vm} />);
    const causes = await screen.findAllByTestId('ai-diagnosis-root-cause');
    expect(causes.map(({ dataset }) => dataset.rootCause)).toEqual([
      'unschedulable-node-selector',
      'latent',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Checks: 1 of 1 passed' }));
    expect(screen.getByTestId('ai-diagnosis-check')).toHaveTextContent('All volumes are bound');
    await userEvent.click(screen.getByRole('button', { name: 'Timeline: 1 event' }));
    expect(screen.getByText('(4 times)')).toBeVisible();
  });

  it('asks nothing before it knows the VirtualMachine', () => {
    renderAt(<DiagnosisTab />);
    expect(screen.getByTestId('get-ai-diagnosis')).toBeDisabled();
    expect(backend.calls).toEqual([]);
  });

  it('has no accessibility violation', async () => {
    renderAt(<DiagnosisTab obj={vm} />);
    await screen.findByTestId('ai-diagnosis-root-cause');
    expect(await violations()).toHaveNoViolations();
  });
});
