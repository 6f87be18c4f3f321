/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startBackend, type Backend } from '../testing/backend';
import { makeDiagnosis } from '../testing/factories';
import { renderAt, violations } from '../testing/render';
import { AIEnhancedConditionPopover } from './AIEnhancedConditionPopover';

const condition = {
  type: 'Ready',
  status: 'False',
  reason: 'GuestNotRunning',
  message: 'Guest VM is not reported as running',
  lastTransitionTime: '2026-11-20T13:40:00Z',
};

const open = async (said = condition) => {
  renderAt(<AIEnhancedConditionPopover condition={said} namespace="demo" vmName="db" />);
  await userEvent.click(screen.getByRole('button', { name: 'Ready=False' }));
  return screen.findByRole('dialog');
};

describe('AIEnhancedConditionPopover', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend(() => makeDiagnosis());
  });
  beforeEach(() => {
    backend.calls.length = 0;
  });
  afterAll(() => backend.close());

  it('tells what the condition says, and asks nothing by itself', async () => {
    const popover = await open();
    expect(popover).toHaveTextContent('GuestNotRunning');
    expect(popover).toHaveTextContent('Guest VM is not reported as running');
    expect(backend.calls).toEqual([]);
  });

  it('neither shows nor sends a secret that a controller repeats, nor characters that hide text', async () => {
    const message = 'login failed: token=canary-not-a-secret \u202edrawkcab';
    await open({ ...condition, message });
    await userEvent.click(screen.getByTestId('get-ai-diagnosis'));
    await screen.findByTestId('ai-diagnosis-root-cause');
    const shown = document.body.textContent;
    expect(shown).toContain('token=[redacted]');
    expect(shown + JSON.stringify(backend.calls)).not.toContain('canary');
    expect(shown + JSON.stringify(backend.calls)).not.toContain('\u202e');
  });

  it('shows the findings after Get AI Diagnosis, asked about this condition', async () => {
    await open();
    await userEvent.click(screen.getByTestId('get-ai-diagnosis'));
    expect(await screen.findByTestId('ai-diagnosis-root-cause')).toHaveTextContent(
      'No node matches the node selector',
    );
    const { type, status, reason, message } = condition;
    expect(backend.calls).toEqual([
      {
        name: 'diagnose_vm_error',
        args: { namespace: 'demo', vmName: 'db', condition: { type, status, reason, message } },
      },
    ]);
  });

  it('opens and asks by keyboard alone', async () => {
    renderAt(<AIEnhancedConditionPopover condition={condition} namespace="demo" vmName="db" />);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Ready=False' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const button = await screen.findByTestId('get-ai-diagnosis');
    while (document.activeElement !== button) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByTestId('ai-diagnosis-summary')).toBeVisible();
  });

  it('has no accessibility violation', async () => {
    await open();
    expect(await violations()).toHaveNoViolations();
  });
});
