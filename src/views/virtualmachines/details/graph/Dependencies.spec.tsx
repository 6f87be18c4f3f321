import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAt, violations } from '../../../../testing/render';
import { Dependencies } from './Dependencies';

const ref = (apiVersion: string, kind: string, name: string) => ({
  apiVersion,
  kind,
  namespace: 'demo',
  name,
});
const vm = ref('kubevirt.io/v1', 'VirtualMachine', 'db');
const claim = ref('v1', 'PersistentVolumeClaim', 'db-root');
const graph = {
  nodes: [
    { ref: vm, state: 'error' as const, label: 'db' },
    { ref: claim, state: 'missing' as const, label: 'db-root' },
  ],
  edges: [{ from: vm, to: claim, relation: 'disk' }],
};

describe('Dependencies', () => {
  it('tells in words what the picture shows', async () => {
    renderAt(<Dependencies graph={graph} />);
    await userEvent.click(screen.getByRole('button', { name: 'List' }));
    const rows = screen.getAllByTestId('ai-dependency');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('Part of the problem'),
      expect.stringContaining('Does not exist'),
    ]);
    const missing = rows[1] ?? screen.getByRole('table');
    expect(within(missing).getByText('db-root')).toBeVisible();
    expect(missing).toHaveTextContent('db (disk)');
    expect(await violations()).toHaveNoViolations();
  });
});
