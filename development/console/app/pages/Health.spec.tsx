/** @jest-environment ./development/console/testing/browser-environment.ts */
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HealthState } from '@openshift-console/dynamic-plugin-sdk';
import { ResourceHealth, UrlHealth } from './Health';

const health = () => screen.getByTestId('health-item');

it('asks the plugin’s own fetch and shows what its handler makes of the answer', async () => {
  render(
    <UrlHealth
      title="Diagnosis"
      url="counts"
      fetch={(url: string) => Promise.resolve({ url, failing: 3 })}
      healthHandler={(response?: { failing: number }) =>
        response
          ? { state: HealthState.WARNING, message: `${response.failing} failing` }
          : { state: HealthState.LOADING }
      }
      popupTitle="What fails"
      popupComponent={({ healthResult }) => <>{JSON.stringify(healthResult)}</>}
    />,
  );
  expect(health()).toHaveAttribute('data-health', 'LOADING');
  expect(await screen.findByText('3 failing')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Diagnosis' }));
  expect(await screen.findByText('{"url":"counts","failing":3}')).toBeInTheDocument();
});

it('hands an error to the handler', async () => {
  render(
    <UrlHealth
      title="Diagnosis"
      url="counts"
      fetch={() => Promise.reject(new Error('down'))}
      healthHandler={(_response: unknown, error: unknown) => ({
        state: error instanceof Error ? HealthState.NOT_AVAILABLE : HealthState.LOADING,
      })}
    />,
  );
  await waitFor(() => expect(health()).toHaveAttribute('data-health', 'NOT_AVAILABLE'));
});

it('computes a status from watched resources', () => {
  render(
    <ResourceHealth
      title="VMs"
      resources={{ vms: { groupVersionKind: { version: 'v1', kind: 'Pod' }, isList: true } }}
      healthHandler={({ vms }) => ({
        state: vms?.loaded ? HealthState.OK : HealthState.LOADING,
        message: 'reading',
      })}
    />,
  );
  expect(health()).toHaveAttribute('data-health', 'LOADING');
  expect(screen.getByText('reading')).toBeInTheDocument();
});
