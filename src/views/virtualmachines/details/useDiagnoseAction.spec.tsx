/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen, waitForElementToBeRemoved } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { OverlayProvider } from '../../../../development/console/sdk/Overlay';
import { startBackend, type Backend } from '../../../testing/backend';
import { makeDiagnosis } from '../../../testing/factories';
import { renderAt, violations } from '../../../testing/render';
import { useDiagnoseAction } from './useDiagnoseAction';

const vm: K8sResourceCommon & { readonly cluster?: string } = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'db', namespace: 'demo' },
};

const Menu = ({ of }: { of: K8sResourceCommon }) => {
  const [actions] = useDiagnoseAction(of);
  return actions.map(({ id, label, cta }) => (
    <button key={id} onClick={() => typeof cta === 'function' && cta()}>
      {label}
    </button>
  ));
};

const open = async (of = vm) => {
  renderAt(
    <OverlayProvider>
      <Menu of={of} />
    </OverlayProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Diagnose with AI' }));
  return screen.findByRole('dialog', { name: 'AI diagnosis of demo/db' });
};

describe('useDiagnoseAction', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend(() => makeDiagnosis());
  });
  afterAll(() => backend.close());

  it('shows the findings in a dialog, with a link to the tab', async () => {
    await open();
    expect(await screen.findByTestId('ai-diagnosis-root-cause')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the AI diagnosis tab' })).toHaveAttribute(
      'href',
      '/k8s/ns/demo/kubevirt.io~v1~VirtualMachine/db/ai-diagnosis',
    );
  });

  it('links no tab of a machine on another cluster, where this console has none', async () => {
    await open({ ...vm, cluster: 'spoke' });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('closes again', async () => {
    const dialog = await open();
    const closed = waitForElementToBeRemoved(dialog);
    await userEvent.click(screen.getByText('Close'));
    await closed;
  });

  it('has no accessibility violation', async () => {
    await open();
    await screen.findByTestId('ai-diagnosis-root-cause');
    expect(await violations()).toHaveNoViolations();
  });
});
