import { screen, within } from '@testing-library/react';
import { ConsoleContext, INITIAL_STATE } from '../../development/console/sdk/context';
import { makeFix, makeRootCause } from '../testing/factories';
import { renderAt, violations } from '../testing/render';
import { OtherCluster } from './other-cluster';
import { RootCauseCard } from './RootCauseCard';

describe('RootCauseCard', () => {
  it('says what happened, how sure that is and how bad', () => {
    renderAt(<RootCauseCard cause={makeRootCause()} />);
    const card = within(screen.getByRole('region', { name: 'No node matches the node selector' }));
    expect(card.getByText('The node selector asks for disk=ssd.')).toBeVisible();
    expect(card.getByText('Certain')).toBeVisible();
    expect(card.getByRole('img', { name: 'Critical' })).toBeVisible();
  });

  it('links the evidence and shows where in the object it stands', () => {
    renderAt(<RootCauseCard cause={makeRootCause()} />);
    expect(screen.getByRole('link', { name: 'virt-launcher-db-x' })).toHaveAttribute(
      'href',
      expect.stringContaining('/ns/demo/'),
    );
    expect(screen.getByText('/status/conditions/0/message: 0/3 nodes are available')).toBeVisible();
  });

  it.each([
    ['core~v1~Pod', 'v1', { plural: 'pods' }, '/k8s/ns/demo/pods/x/yaml'],
    [
      'kubevirt.io~v1~KubeVirt',
      'kubevirt.io/v1',
      { plural: 'kubevirts', crd: true },
      '/k8s/ns/demo/kubevirt.io~v1~KubeVirt/x/yaml',
    ],
  ])('links the path in a %s to its YAML', (key, apiVersion, served, href) => {
    const kind = key.split('~').at(-1) ?? '';
    const model = { abbr: '', kind, label: '', labelPlural: '', apiVersion: 'v1', ...served };
    const ref = { apiVersion, kind, namespace: 'demo', name: 'x' };
    const evidence = [{ source: 'object' as const, ref, path: '/spec/a', value: 'b' }];
    renderAt(
      <ConsoleContext.Provider value={{ ...INITIAL_STATE, models: { [key]: model } }}>
        <RootCauseCard cause={makeRootCause({ evidence })} />
      </ConsoleContext.Provider>,
    );
    expect(screen.getByRole('link', { name: '/spec/a' })).toHaveAttribute('href', href);
  });

  it('links nothing of another cluster: what has the same name here is something else', () => {
    renderAt(
      <OtherCluster.Provider value="spoke">
        <RootCauseCard cause={makeRootCause()} />
      </OtherCluster.Provider>,
    );
    expect(screen.getByText('virt-launcher-db-x')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says that absent evidence does not exist, without a path', () => {
    const ref = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: 'demo',
      name: 'disk',
    };
    renderAt(
      <RootCauseCard
        cause={makeRootCause({ evidence: [{ source: 'absent', ref, path: '', value: '' }] })}
      />,
    );
    expect(screen.getByText(/does not exist/)).toBeVisible();
  });

  it('offers each fix with its command, risk and effect', () => {
    renderAt(<RootCauseCard cause={makeRootCause()} />);
    const fix = within(screen.getByTestId('ai-diagnosis-fix'));
    expect(fix.getByText('oc label node worker-1 disk=ssd')).toBeVisible();
    expect(fix.getByText('Changes the VirtualMachine')).toBeVisible();
    expect(fix.getByText('Effect: Starts the VirtualMachine')).toBeVisible();
    expect(fix.getByRole('button', { name: /Copy the command/ })).toBeEnabled();
  });

  it('leaves out what a fix does not have', () => {
    const fix = makeFix({ command: undefined, effectMessage: undefined, risk: 'manual' });
    renderAt(<RootCauseCard cause={makeRootCause({ fixes: [fix], evidence: [] })} />);
    expect(screen.queryByText(/^Effect/)).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByText('Evidence')).not.toBeInTheDocument();
  });

  it('shows markup from the cluster as text', () => {
    const value = '<img src=x onerror=alert(1)>';
    const [evidence] = makeRootCause().evidence;
    renderAt(<RootCauseCard cause={makeRootCause({ evidence: [{ ...evidence!, value }] })} />);
    expect(screen.getByText(new RegExp('<img src=x'))).toBeVisible();
  });

  it('has no accessibility violation', async () => {
    renderAt(<RootCauseCard cause={makeRootCause()} />);
    expect(await violations()).toHaveNoViolations();
  });
});
