/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startBackend, type Backend } from '../../../../testing/backend';
import { makeDiagnosis } from '../../../../testing/factories';
import { renderAt, violations } from '../../../../testing/render';
import { DiagnoseSelected } from './DiagnoseSelected';

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend(({ args }) =>
    args.vmName === 'fine'
      ? makeDiagnosis({ verdict: 'healthy', rootCauses: [] })
      : makeDiagnosis(),
  );
});
afterAll(() => backend.close());

const machines = ['db', 'web', 'fine'].map((name) => ({ namespace: 'demo', name }));
const LONG = { timeout: 10_000 };

it('cannot be started with nothing selected, and says why', () => {
  renderAt(<DiagnoseSelected selected={[]} />);
  expect(screen.getByTestId('ai-bulk-diagnose')).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByTitle('Select VirtualMachines in the table first')).toBeVisible();
});

it('diagnoses one after the other and groups what it finds by cause', async () => {
  renderAt(<DiagnoseSelected selected={machines} />);
  await userEvent.click(screen.getByTestId('ai-bulk-diagnose'));
  await screen.findByTestId('ai-bulk-again', {}, LONG);
  expect(screen.getByText('3 of 3')).toBeVisible();
  const [cause, healthy] = screen.getAllByTestId('ai-bulk-group');
  expect(cause).toHaveAttribute('data-root-cause', 'unschedulable-node-selector');
  expect(within(cause!).getByRole('link', { name: 'demo/web' })).toHaveAttribute(
    'href',
    '/k8s/ns/demo/kubevirt.io~v1~VirtualMachine/web/ai-diagnosis',
  );
  expect(healthy).toHaveTextContent('No problem found');
  expect(backend.calls.map(({ args }) => args.vmName)).toEqual(['db', 'web', 'fine']);
  expect(await violations()).toHaveNoViolations();
}, 60_000);
