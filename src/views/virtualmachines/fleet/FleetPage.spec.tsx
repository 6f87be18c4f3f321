/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Fleet } from '@cnv-ai/engine/fleet';
import { english, say } from '@cnv-ai/engine/messages';
import { startBackend, type Backend } from '../../../testing/backend';
import { renderAt, violations } from '../../../testing/render';
import { FleetPage } from './FleetPage';

const TITLE = say('A disk asks for a storage class that does not exist');
const FACTOR = say('All of them use storage class {{name}}.', { name: 'fast' });

const machines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ namespace: 'demo', name: `db-${index}` }));

const makeFleet = (overrides: Partial<Fleet> = {}): Fleet => ({
  outcome: 'ok',
  asOf: '2026-11-20T14:00:00Z',
  byVerdict: {
    healthy: 7,
    in_progress: 0,
    stopped: 0,
    problem: 12,
    unknown: 0,
    not_found: 0,
    forbidden: 0,
    unavailable: 0,
  },
  scope: { namespaces: 3, hidden: true },
  groups: [
    {
      rootCauseId: 'storageclass-not-found',
      title: english(TITLE),
      titleMessage: TITLE,
      severity: 'critical',
      commonFactor: {
        kind: 'StorageClass',
        name: 'fast',
        message: english(FACTOR),
        messageMessage: FACTOR,
      },
      vms: machines(12),
      total: 12,
    },
  ],
  total: 12,
  remaining: 0,
  unchecked: [],
  ...overrides,
});

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend(() => makeFleet());
});
beforeEach(() => {
  backend.answer = () => makeFleet();
  backend.calls.length = 0;
});
afterAll(() => backend.close());

describe('FleetPage', () => {
  it('tells many failing machines as few problems, and leads to each machine', async () => {
    renderAt(<FleetPage />);
    expect(await screen.findByTestId('ai-fleet-summary')).toHaveTextContent(
      '1 problem affecting 12 virtual machines',
    );
    const group = screen.getByTestId('ai-fleet-group');
    expect(group).toHaveTextContent('All of them use storage class fast.');
    expect(screen.getAllByRole('link')).toHaveLength(8);
    await userEvent.click(screen.getByRole('button', { name: 'Show 4 more' }));
    expect(screen.getByRole('link', { name: 'demo/db-11' })).toHaveAttribute(
      'href',
      '/k8s/ns/demo/kubevirt.io~v1~VirtualMachine/db-11/ai-diagnosis',
    );
    expect(screen.getByText('Only the projects you may see were looked at.')).toBeVisible();
    expect(await violations()).toHaveNoViolations();
  });

  it('looks at the next machines when it is told to', async () => {
    backend.answer = ({ args }) =>
      args.cursor === undefined
        ? makeFleet({ nextCursor: 'demo/db-11', remaining: 30 })
        : makeFleet({ groups: [], total: 0 });
    renderAt(<FleetPage />);
    expect(await screen.findByTestId('ai-fleet-summary')).toHaveTextContent(
      '1 problem affecting 12 virtual machines so far; more are to be looked at',
    );
    await userEvent.click(await screen.findByTestId('ai-fleet-more'));
    expect(await screen.findByText('No failing virtual machine was found')).toBeVisible();
    expect(backend.calls.map(({ args }) => args.cursor)).toEqual([undefined, 'demo/db-11']);
  });

  it.each<[string, Partial<Fleet['byVerdict']>, number, string]>([
    ['unknown', { unknown: 4 }, 0, '4 virtual machines could not be judged'],
    ['unavailable', { unavailable: 16 }, 0, '16 virtual machines could not be judged'],
    ['not looked at yet', { healthy: 9 }, 855, 'None of those looked at fails'],
  ])('never calls well what is %s', async (_case, verdicts, remaining, sentence) => {
    const byVerdict = { ...makeFleet().byVerdict, problem: 0, ...verdicts };
    backend.answer = () => makeFleet({ byVerdict, remaining, groups: [], total: 0 });
    renderAt(<FleetPage />);
    const summary = await screen.findByTestId('ai-fleet-summary');
    expect(summary).toHaveTextContent(sentence);
    expect(summary).not.toHaveClass('pf-m-success');
  });
});
