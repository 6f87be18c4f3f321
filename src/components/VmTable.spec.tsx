/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, startEdge, type Edge } from '../answers/testing/edge';
import { makeVm } from '../answers/testing/cluster';
import { makeRow } from '../testing/factories';
import { renderAt, violations } from '../testing/render';
import { NONE } from './none';
import { VmTable, type VmSort } from './VmTable';

const headers = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

describe('VmTable', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge(({ path }, response) =>
      path.endsWith('/virtualmachines/db')
        ? json(response, 200, makeVm('demo', 'db', 'Paused'))
        : json(response, 404, {}),
    );
  });
  afterAll(() => edge.close());

  it('shows a row for each VirtualMachine, linked to its page', () => {
    renderAt(<VmTable rows={[makeRow(), makeRow({ name: 'web', status: 'Stopped' })]} />);
    const [first, second] = screen.getAllByTestId('ai-search-row');
    expect(within(first!).getByRole('link', { name: 'db' })).toHaveAttribute(
      'href',
      '/k8s/ns/demo/kubevirt.io~v1~VirtualMachine/db',
    );
    expect(first).toHaveTextContent('2 | 4 GiB');
    expect(first).toHaveTextContent('Red Hat Enterprise Linux 9');
    expect(second).toHaveTextContent('Stopped');
  });

  it('shows a dash for what is not known', () => {
    const row = makeRow({
      node: undefined,
      os: undefined,
      vcpu: undefined,
      memory: undefined,
      ips: undefined,
      statusSince: undefined,
    });
    renderAt(<VmTable rows={[row]} />);
    const cells = screen.getAllByRole('cell').map(({ textContent }) => textContent);
    expect(cells.filter((text) => text === NONE)).toHaveLength(3);
    expect(cells).toContain(`${NONE} | ${NONE}`);
  });

  it('has a problem column only when a row has one, linked to the diagnosis', () => {
    const { unmount } = renderAt(<VmTable rows={[makeRow()]} />);
    expect(headers()).not.toContain('Problem');
    unmount();
    renderAt(<VmTable rows={[makeRow({ problem: 'No node matches' })]} />);
    expect(headers()).toContain('Problem');
    expect(screen.getByRole('link', { name: 'No node matches' })).toHaveAttribute(
      'href',
      '/k8s/ns/demo/kubevirt.io~v1~VirtualMachine/db/ai-diagnosis',
    );
  });

  it('asks for another order by the field of the query language', async () => {
    const sorts: VmSort[] = [];
    renderAt(<VmTable onSort={(sort) => sorts.push(sort)} rows={[makeRow()]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Since' }));
    await userEvent.click(screen.getByRole('button', { name: 'vCPU | Memory' }));
    expect(sorts.map(({ by }) => by)).toEqual(['changed', 'memory']);
  });

  it('shows the columns chosen and no others, in their order', () => {
    const fields = { guestAgent: false, started: '2026-11-02T08:00:00Z', 'label:team': 'web' };
    const columns = ['label:team', 'started', 'guestAgent', 'preference'];
    renderAt(<VmTable columns={columns} rows={[makeRow({ fields, problem: 'x' })]} />);
    expect(headers()).toEqual(['Name', 'Started', 'Preference', 'Guest agent', 'team', 'Actions']);
    const cells = screen.getAllByRole('cell').map(({ textContent }) => textContent);
    expect(cells.slice(2, 5)).toEqual([NONE, 'Not connected', 'web']);
  });

  it('tells on a click what a status means for the machine, and reads nothing before', async () => {
    renderAt(<VmTable rows={[makeRow({ status: 'Paused' })]} />);
    expect(edge.requests).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Paused' }));
    const popover = await screen.findByRole('dialog');
    expect(await within(popover).findByText('Needs attention')).toBeVisible();
    expect(within(popover).getByTestId('get-ai-diagnosis')).toBeVisible();
    expect(popover.contains(document.activeElement)).toBe(true);
    expect(await violations()).toHaveNoViolations();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('button', { name: 'Paused' })).toHaveFocus();
  });

  it('opens the diagnosis from the row menu', async () => {
    renderAt(<VmTable rows={[makeRow()]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Actions of db' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Get AI Diagnosis' }));
    expect(screen.getByTestId('location')).toHaveTextContent(/\/db\/ai-diagnosis$/);
  });

  it('has no accessibility violation', async () => {
    renderAt(<VmTable onSort={() => undefined} rows={[makeRow({ problem: 'No node matches' })]} />);
    expect(await violations()).toHaveNoViolations();
  });
});
