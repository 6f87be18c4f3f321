/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { say } from '@cnv-ai/engine/messages';
import type { SearchResult } from '@cnv-ai/engine/search';
import { Route, Routes } from 'react-router';
import { startBackend, type Backend } from '../../../testing/backend';
import {
  makeChip,
  makeInterpretation,
  makeRow,
  makeSearchResult,
} from '../../../testing/factories';
import { renderAt, violations } from '../../../testing/render';
import { SearchPage } from './SearchPage';

const ALL = '/k8s/all-namespaces/virtualmachine-search';
const show = (search: string, path = ALL) =>
  renderAt(
    <Routes>
      <Route element={<SearchPage />} path="/k8s/ns/:ns/virtualmachine-search" />
      <Route element={<SearchPage />} path={ALL} />
    </Routes>,
    `${path}${search}`,
  );
const here = () => decodeURIComponent(screen.getByTestId('location').textContent);
const rows = () => screen.findAllByTestId('ai-search-row');
const headers = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => userEvent.click(await button(name));

const facets = [
  {
    field: 'status',
    values: [
      { value: 'Running', count: 7 },
      { value: 'Paused', count: 1 },
    ],
  },
  { field: 'node', values: [{ value: 'worker-1', count: 8 }] },
];

let backend: Backend;
const answerWith = (result: Partial<SearchResult>) => {
  backend.answer = () => makeSearchResult({ facets, ...result });
};
const asked = () => backend.calls.map(({ args }) => args);
beforeAll(async () => {
  backend = await startBackend(() => null);
});
beforeEach(() => {
  localStorage.clear();
  backend.calls.length = 0;
  answerWith({});
});
afterAll(() => backend.close());

describe('facets', () => {
  it('show what is in the result and narrow it down without words', async () => {
    show('?q=running&page=2&cursor=a');
    await press('Narrow down by Node');
    await userEvent.click(await screen.findByRole('option', { name: /worker-1/ }));
    await waitFor(() => expect(backend.calls).toHaveLength(2));
    const filter = {
      all: [{ all: [makeChip().where] }, { field: 'node', op: 'in', value: ['worker-1'] }],
    };
    expect(asked()[0]).toMatchObject({ facets: ['status', 'namespace', 'os', 'node'] });
    expect(asked()[1]).toMatchObject({ where: filter });
    expect(asked()[1]).not.toHaveProperty('cursor');
    expect(here()).toContain(`filter=${JSON.stringify(filter)}`);
    expect(here()).not.toContain('page=');
    expect(screen.getByRole('region', { name: 'Answer' })).toHaveFocus();
  });

  it('mark what is chosen, and take it back', async () => {
    show('?q=running');
    await press('Narrow down by Status');
    const chosen = await screen.findByRole('option', { name: /Running/ });
    expect(chosen).toHaveAttribute('aria-selected', 'true');
    expect(chosen).toHaveTextContent('7');
    expect(await violations()).toHaveNoViolations();
    await userEvent.click(chosen);
    await waitFor(() => expect(here()).toBe(ALL));
  });

  it('are reached and chosen from with the keyboard', async () => {
    show('?q=running');
    (await button('Narrow down by Status')).focus();
    await userEvent.keyboard('{Enter}');
    const [first] = await screen.findAllByRole('option');
    await waitFor(() => expect(first).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(here()).toContain('Paused'));
  });

  it('do not say again which project is chosen', async () => {
    const where = { field: 'namespace', op: 'in', value: ['demo'] };
    const chips = [makeChip({ id: 'chip-project', field: 'namespace', where })];
    answerWith({ interpretation: makeInterpretation({ chips }) });
    show('?q=VMs', '/k8s/ns/demo/virtualmachine-search');
    await press('Narrow down by Status');
    await userEvent.click(await screen.findByRole('option', { name: /Paused/ }));
    await waitFor(() =>
      expect(asked()[1]).toMatchObject({
        namespaces: ['demo'],
        where: { all: [{ field: 'status', op: 'in', value: ['Paused'] }] },
      }),
    );
  });

  it('are left out where a source tells of none', async () => {
    answerWith({ facets: undefined });
    show('?q=running');
    await rows();
    expect(screen.queryByRole('button', { name: /Narrow down by/ })).not.toBeInTheDocument();
  });
});

describe('columns', () => {
  it('are chosen in a dialog, kept in the address and remembered', async () => {
    const { unmount } = show('?q=running');
    await press('Columns');
    const dialog = within(await screen.findByRole('dialog', { name: 'Manage columns' }));
    expect(dialog.getByLabelText('Name')).toBeDisabled();
    await userEvent.click(dialog.getByLabelText('Node'));
    await userEvent.click(dialog.getByLabelText('Run strategy'));
    answerWith({ vms: [makeRow({ fields: { runStrategy: 'Halted' } })] });
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ columns: ['runStrategy'] }));
    await waitFor(() => expect(headers()).toContain('Run strategy'));
    expect(headers()).not.toContain('Node');
    // The rows that are there stay until the next ones come.
    await waitFor(async () => expect((await rows())[0]).toHaveTextContent('Halted'));
    expect(here()).toContain('columns=name,namespace,status');
    unmount();
    show('?q=other');
    await rows();
    expect(headers()).toContain('Run strategy');
    await press('Columns');
    await press('Restore default columns');
    await waitFor(() => expect(headers()).toContain('Node'));
    expect(headers()).not.toContain('Run strategy');
    await waitFor(() => expect(asked().at(-1)).not.toHaveProperty('columns'));
  });

  it('come with a link, those of labels too', async () => {
    answerWith({ vms: [makeRow({ fields: { 'label:team': 'web' } })] });
    show('?q=x&columns=status,label:team');
    expect((await rows())[0]).toHaveTextContent('web');
    expect(headers()).toEqual(['', 'Name', 'Status', 'team', 'Actions']);
    expect(asked()[0]).toMatchObject({ columns: ['label:team'] });
    await press('Columns');
    expect(await screen.findByLabelText('team')).toBeChecked();
    expect(await violations()).toHaveNoViolations();
  });
});

describe('order and page', () => {
  it('come with a link', async () => {
    answerWith({ total: 120, nextCursor: 'third' });
    show('?q=x&sort=-memory&size=20&page=2&cursor=second');
    await rows();
    expect(asked()[0]).toMatchObject({ sort: '-memory', limit: 20, cursor: 'second' });
    expect(screen.getAllByText('21 - 40')[0]).toBeVisible();
    await press('Go to the next page');
    await waitFor(() => expect(here()).toContain('page=3&cursor=second&cursor=third'));
    await press('Go to the previous page');
    await waitFor(() => expect(here()).toContain('page=2&cursor=second'));
    expect(here()).not.toContain('third');
  });

  it('stay, and so do the rows, while the machines change', async () => {
    answerWith({ total: 120 });
    show('?q=x&page=2&cursor=second&sort=name');
    const [row] = await rows();
    answerWith({ total: 119, vms: [makeRow({ status: 'Stopped' })] });
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(row).toHaveTextContent('Stopped'));
    expect(row).toBeInTheDocument();
    expect(here()).toBe(`${ALL}?q=x&page=2&cursor=second&sort=name`);
    expect(asked().at(-1)).toMatchObject({ cursor: 'second', sort: 'name' });
  });

  it('leads back to the first page when the machines of this one are gone', async () => {
    answerWith({ total: 3, vms: [] });
    show('?q=x&page=2&cursor=second');
    await screen.findByTestId('ai-search-page-gone');
    answerWith({ total: 3 });
    await press('Go to the first page');
    await rows();
    expect(here()).toBe(`${ALL}?q=x`);
  });
});

describe('the link', () => {
  it('is copied with the columns that only this user chose', async () => {
    localStorage.setItem(
      'console.preference.cnv-ai-plugin.search.columns',
      JSON.stringify(['name', 'node']),
    );
    const user = userEvent.setup();
    show('?q=x&sort=name');
    await user.click(await button('Copy link'));
    expect(await button('Link copied')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(
      `${window.location.origin}${ALL}?q=x&sort=name&columns=name%2Cnode`,
    );
  });

  it('says so when the browser refuses', async () => {
    const user = userEvent.setup();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    show('?q=x');
    await user.click(await button('Copy link'));
    expect(await button(/does not allow copying/)).toBeVisible();
  });
});

describe('the export', () => {
  const saved: { name: string; text: Promise<string> }[] = [];
  let blob: Blob | undefined;
  beforeEach(() => {
    saved.length = 0;
    // The edge of the browser: jsdom has neither addresses of blobs nor downloads.
    Object.assign(URL, {
      createObjectURL: (made: Blob) => {
        blob = made;
        return 'blob:made';
      },
      revokeObjectURL: () => undefined,
    });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      const reader = new FileReader();
      const text = new Promise<string>((resolve) => {
        reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
      });
      reader.readAsText(blob!);
      saved.push({ name: this.download, text });
    });
  });
  afterEach(() => jest.restoreAllMocks());

  const start = async (format: RegExp) => {
    await press('Export');
    await userEvent.click(await screen.findByRole('menuitem', { name: format }));
  };
  const paged = () => {
    backend.answer = ({ args }) =>
      args.cursor === undefined
        ? makeSearchResult({ total: 2, nextCursor: 'second' })
        : makeSearchResult({ total: 2, vms: [makeRow({ name: '=web' })] });
  };

  it.each([
    ['CSV', /CSV/, /\.csv$/, `"'=web"`],
    ['JSON', /JSON/, /\.json$/, '"name": "=web"'],
  ])('saves all pages as %s', async (_name, format, file, text) => {
    paged();
    show('?q=x&columns=name,preference');
    await start(format);
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.name).toMatch(file);
    expect(await saved[0]!.text).toContain(text);
    expect(asked().slice(1)).toEqual([
      expect.objectContaining({ query: 'x', limit: 500, columns: ['preference'] }),
      expect.objectContaining({ query: 'x', limit: 500, cursor: 'second' }),
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('shows how far it is, and can be given up', async () => {
    paged();
    const both = backend.answer;
    let release: (result: unknown) => void = () => undefined;
    backend.answer = (call) =>
      call.args.cursor === undefined ? both(call) : new Promise((resolve) => (release = resolve));
    show('?q=x');
    await start(/CSV/);
    expect(await screen.findByText('1 of 2')).toBeVisible();
    expect(await violations()).toHaveNoViolations();
    await press('Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    release(makeSearchResult());
    expect(saved).toEqual([]);
  });

  it('says why it failed, saves nothing, and tries again', async () => {
    show('?q=x');
    await rows();
    answerWith({
      outcome: 'forbidden',
      clarificationMessage: say('You may not list VirtualMachines.'),
    });
    await start(/CSV/);
    const alert = await screen.findByTestId('ai-search-export-failed');
    expect(alert).toHaveTextContent('You may not list VirtualMachines.');
    expect(await violations()).toHaveNoViolations();
    expect(saved).toEqual([]);
    answerWith({});
    await press('Try again');
    await waitFor(() => expect(saved).toHaveLength(1));
  });
});

describe('saved and recent searches', () => {
  const open = () => press('Saved and recent searches');
  const search = (sentence: string) =>
    userEvent.type(screen.getByTestId('ai-search-input'), `${sentence}{Enter}`);

  it('begin empty, and say how to fill them', async () => {
    show('');
    await open();
    expect(await screen.findByText(/choose “Save search”/)).toBeVisible();
    expect(screen.getByText(/What you search for is kept here/)).toBeVisible();
    expect(await violations()).toHaveNoViolations();
  });

  it('keep what was asked, run it again and forget it', async () => {
    const { unmount } = show('');
    await search('running VMs');
    await rows();
    unmount();
    show('');
    expect(screen.getByTestId('ai-search-recent')).toHaveTextContent('running VMs');
    await open();
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'running VMs' }));
    await rows();
    expect(here()).toBe(`${ALL}?q=running+VMs`);
    await open();
    await press('Forget running VMs');
    expect(await screen.findByText(/What you search for is kept here/)).toBeVisible();
    expect(screen.getByTestId('ai-search-history-body')).toHaveFocus();
  });

  it('keep a search with its chips under a name, to rename and delete', async () => {
    const filter = { all: [{ field: 'node', op: 'is', value: 'a' }] };
    const link = `?q=x&filter=${encodeURIComponent(JSON.stringify(filter))}`;
    show(link);
    await press('Save search');
    const name = await screen.findByTestId('ai-search-save-name');
    expect(name).toHaveValue('x');
    await userEvent.clear(name);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Type a name.')).toBeVisible();
    expect(await violations()).toHaveNoViolations();
    await userEvent.type(name, 'mine{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

    await open();
    await press('Rename mine');
    const renamed = await screen.findByTestId('ai-search-save-name');
    await userEvent.clear(renamed);
    await userEvent.type(renamed, 'ours{Enter}');
    backend.calls.length = 0;
    await press('ours');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(here()).toContain(JSON.stringify(filter));

    await open();
    await press('Delete ours');
    expect(await screen.findByText(/choose “Save search”/)).toBeVisible();
  });
});
