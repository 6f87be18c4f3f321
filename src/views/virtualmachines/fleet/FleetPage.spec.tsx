/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Fleet } from '@cnv-ai/engine/fleet';
import { english, say } from '@cnv-ai/engine/messages';
import { startBackend, type Backend } from '../../../testing/backend';
import { renderAt, violations } from '../../../testing/render';
import { FleetPage } from './FleetPage';

const TITLE = say('A disk asks for a storage class that does not exist');
const FACTOR = say('Disks of storage class {{name}}', { name: 'fast' });

const machines = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => ({
    namespace: 'demo',
    name: `db-${String(first + index).padStart(2, '0')}`,
    factors: [0],
  }));

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
  factors: [{ kind: 'StorageClass', name: 'fast', proven: true }],
  total: 12,
  remaining: 0,
  diagnosed: 12,
  undiagnosed: 0,
  unchecked: [],
  ...overrides,
});

/** The first 12 of 42 failing machines, and the others. */
const [firstPage, lastPage] = [
  makeFleet({ nextCursor: 'demo/db-11', remaining: 30, undiagnosed: 30 }),
  makeFleet({
    groups: makeFleet().groups.map((group) => ({ ...group, vms: machines(30, 12), total: 30 })),
    byVerdict: { ...makeFleet().byVerdict, healthy: 0, problem: 30 },
    total: 30,
    diagnosed: 30,
  }),
];

/** Answers the first page, and the other one when it is released. */
const inTwoPages = (): (() => void) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  backend.answer = async ({ args }) => {
    if (args.cursor === undefined) return firstPage;
    await released;
    return lastPage;
  };
  return release;
};

const LOOKING = 'Diagnosing virtual machines';
const SO_FAR = '1 problem affecting 12 virtual machines so far; more are to be looked at';

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
    expect(group).toHaveTextContent('Disks of storage class fast');
    expect(screen.getAllByRole('link')).toHaveLength(8);
    await userEvent.click(screen.getByRole('button', { name: 'Show 4 more' }));
    expect(screen.getByRole('link', { name: 'demo/db-11' })).toHaveAttribute(
      'href',
      '/k8s/ns/demo/kubevirt.io~v1~VirtualMachine/db-11/ai-diagnosis',
    );
    expect(screen.getByText('Only the projects you may see were looked at.')).toBeVisible();
    expect(await violations()).toHaveNoViolations();
  });

  it('shows page after page as one answer, and how far it is', async () => {
    const release = inTwoPages();
    renderAt(<FleetPage />);
    const summary = await screen.findByTestId('ai-fleet-summary');
    expect(summary).toHaveTextContent(SO_FAR);
    expect(screen.getByRole('progressbar', { name: LOOKING })).toHaveAttribute(
      'aria-valuenow',
      '12',
    );
    expect(screen.getByTestId('ai-fleet-progress')).toHaveTextContent('12 of 42 looked at');
    await userEvent.click(screen.getByRole('button', { name: 'Show 4 more' }));
    release();
    await waitFor(() => expect(summary).toHaveTextContent('1 problem affecting 42 virtual'));
    expect(screen.getAllByTestId('ai-fleet-group')).toHaveLength(1);
    // What was opened stays open.
    expect(screen.getAllByRole('link')).toHaveLength(42);
    expect(screen.queryByTestId('ai-fleet-progress')).toBeNull();
    expect(backend.calls.map(({ args }) => args.cursor)).toEqual([undefined, 'demo/db-11']);
  });

  it('leaves what it shows while it looks again, until that covers as much', async () => {
    inTwoPages()();
    renderAt(<FleetPage />);
    const summary = await screen.findByTestId('ai-fleet-summary');
    await waitFor(() => expect(summary).toHaveTextContent('1 problem affecting 42 virtual'));
    const release = inTwoPages();
    await userEvent.click(screen.getByTestId('ai-fleet-refresh'));
    await screen.findByText('12 of 42 looked at');
    expect(summary).toHaveTextContent('1 problem affecting 42 virtual');
    release();
    await waitFor(() => expect(screen.queryByTestId('ai-fleet-stop')).toBeNull());
    expect(summary).toHaveTextContent('1 problem affecting 42 virtual');
  });

  it('stops when it is told to, keeps what it found, and goes on from there', async () => {
    const release = inTwoPages();
    renderAt(<FleetPage />);
    const summary = await screen.findByTestId('ai-fleet-summary');
    await userEvent.click(screen.getByTestId('ai-fleet-stop'));
    expect(screen.queryByTestId('ai-fleet-stop')).toBeNull();
    expect(summary).toHaveTextContent(SO_FAR);
    expect(summary).toHaveTextContent('12 of 42 looked at');
    release();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look at 30 more virtual machines' }),
    );
    await waitFor(() => expect(summary).toHaveTextContent('1 problem affecting 42 virtual'));
    expect(screen.queryByTestId('ai-fleet-more')).toBeNull();
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

  it('shows what it found when the others cannot be looked at, and says why', async () => {
    // The roads to the sidecar stay closed for a while: nothing comes after this.
    backend.answer = ({ args }) => (args.cursor === undefined ? firstPage : { none: 'of it' });
    renderAt(<FleetPage />);
    expect(
      await screen.findByText(/The others could not be looked at: .*not installed/),
    ).toBeVisible();
    expect(screen.getByTestId('ai-fleet-summary')).toHaveTextContent(SO_FAR);
    expect(screen.getByTestId('ai-fleet-more')).toBeVisible();
    expect(await violations()).toHaveNoViolations();
  });
});
