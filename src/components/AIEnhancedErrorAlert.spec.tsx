/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startBackend, type Backend } from '../testing/backend';
import { makeDiagnosis } from '../testing/factories';
import { renderAt, violations } from '../testing/render';
import { AIEnhancedErrorAlert } from './AIEnhancedErrorAlert';

const vm = { namespace: 'demo', name: 'db' };
const error = 'admission webhook denied the request: <b>no</b> capacity';

describe('AIEnhancedErrorAlert', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend(() => makeDiagnosis());
  });
  afterAll(() => backend.close());

  it('shows the error as it was said, markup as text', () => {
    renderAt(<AIEnhancedErrorAlert error={error} title="The VM could not be started" vm={vm} />);
    expect(screen.getByText(error)).toBeVisible();
    expect(screen.getByRole('heading')).toHaveTextContent('The VM could not be started');
  });

  it('shows the findings behind the error after Troubleshoot with AI', async () => {
    renderAt(<AIEnhancedErrorAlert error={error} title="The VM could not be started" vm={vm} />);
    await userEvent.click(screen.getByTestId('troubleshoot-with-ai'));
    expect(await screen.findByTestId('ai-diagnosis-root-cause')).toBeVisible();
    expect(backend.calls).toEqual([
      { name: 'diagnose_vm_error', args: { namespace: 'demo', vmName: 'db', error } },
    ]);
    expect(screen.queryByTestId('troubleshoot-with-ai')).not.toBeInTheDocument();
  });

  it('has nobody to ask without a VirtualMachine and without Lightspeed, but can be tried again', async () => {
    let tries = 0;
    renderAt(<AIEnhancedErrorAlert error="no" onRetry={() => (tries += 1)} title="Not loaded" />);
    expect(screen.queryByTestId('troubleshoot-with-ai')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(tries).toBe(1);
  });

  it('has no accessibility violation', async () => {
    renderAt(<AIEnhancedErrorAlert error={error} title="The VM could not be started" vm={vm} />);
    expect(await violations()).toHaveNoViolations();
  });
});
