/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { say } from '@cnv-ai/engine/messages';
import type { SearchResult } from '@cnv-ai/engine/search';
import { Route, Routes } from 'react-router';
import { KUBEVIRT_DYNAMIC } from '../../../flags/names';
import { startBackend, type Backend } from '../../../testing/backend';
import { makeChip, makeInterpretation, makeSearchResult } from '../../../testing/factories';
import { renderAt, violations, withFlags } from '../../../testing/render';
import { SearchPage } from './SearchPage';

const ALL = '/k8s/all-namespaces/virtualmachine-search';
const node = makeChip({
  id: 'chip-node',
  field: 'node',
  labelMessage: say('Node'),
  value: 'worker-1',
  where: { field: 'node', op: 'is', value: 'worker-1' },
});
const twoChips = makeInterpretation({ chips: [makeChip(), node] });

const show = (path: string, ...flags: readonly string[]) =>
  renderAt(
    withFlags(
      <Routes>
        <Route element={<SearchPage />} path="/k8s/ns/:ns/virtualmachine-search" />
        <Route element={<SearchPage />} path={ALL} />
      </Routes>,
      ...flags,
    ),
    path,
  );
const input = () => screen.getByTestId<HTMLInputElement>('ai-search-input');
const here = () => decodeURIComponent(screen.getByTestId('location').textContent);

describe('SearchPage', () => {
  let backend: Backend;
  const answerWith = (result: Partial<SearchResult>) => {
    backend.answer = () => makeSearchResult(result);
  };
  const asked = () => backend.calls.map(({ args }) => args);
  beforeAll(async () => {
    backend = await startBackend(() => makeSearchResult());
  });
  beforeEach(() => {
    backend.calls.length = 0;
    answerWith({});
  });
  afterAll(() => backend.close());

  it('offers examples before the first question, which run on a click', async () => {
    show(ALL);
    expect(backend.calls).toEqual([]);
    const [example] = screen.getAllByTestId('ai-search-example');
    const sentence = example!.textContent;
    await userEvent.click(example!);
    expect(await screen.findByTestId('ai-search-row')).toBeVisible();
    expect(input()).toHaveValue(sentence);
    expect(asked()).toEqual([expect.objectContaining({ query: sentence })]);
  });

  it('runs a sentence on Enter and keeps it in the address', async () => {
    show(ALL);
    await userEvent.type(input(), 'running VMs{Enter}');
    expect(await screen.findByTestId('ai-search-row')).toHaveTextContent('db');
    expect(here()).toBe(`${ALL}?q=running+VMs`);
    expect(screen.getByRole('status')).toHaveTextContent('1 VM: Status is Running');
  });

  it('runs the sentence of a link, inside the project of its path', async () => {
    show('/k8s/ns/demo/virtualmachine-search?q=running');
    expect(await screen.findByTestId('ai-search-results')).toBeVisible();
    expect(asked()).toEqual([expect.objectContaining({ query: 'running', namespaces: ['demo'] })]);
    expect(input()).toHaveValue('running');
  });

  it('runs the edited chips of a link instead of its sentence', async () => {
    const filter = { all: [node.where] };
    show(`${ALL}?q=running&filter=${encodeURIComponent(JSON.stringify(filter))}`);
    expect(await screen.findByTestId('ai-search-results')).toBeVisible();
    expect(asked()[0]).toMatchObject({ where: filter });
    expect(asked()[0]).not.toHaveProperty('query');
  });

  it('asks again without a removed chip, and keeps the sentence', async () => {
    answerWith({ interpretation: twoChips });
    show(`${ALL}?q=running`);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Node is worker-1' }));
    await waitFor(() => expect(backend.calls).toHaveLength(2));
    expect(asked()[1]).toMatchObject({ where: { all: [makeChip().where] } });
    expect(input()).toHaveValue('running');
    expect(here()).toContain('filter=');
    expect(screen.getByTestId('ai-search-edited')).toBeVisible();
    await userEvent.click(screen.getByTestId('ai-search-submit'));
    await waitFor(() => expect(asked()[2]).toMatchObject({ query: 'running' }));
    expect(here()).toBe(`${ALL}?q=running`);
  });

  it('asks again with an edited chip', async () => {
    answerWith({ interpretation: twoChips });
    show(`${ALL}?q=running`);
    await userEvent.click(await screen.findByRole('button', { name: 'Node is worker-1' }));
    const value = await screen.findByTestId('ai-search-chip-value');
    await userEvent.clear(value);
    await userEvent.type(value, 'worker-2{Enter}');
    await waitFor(() => expect(backend.calls).toHaveLength(2));
    expect(asked()[1]).toMatchObject({
      where: { all: [makeChip().where, { field: 'node', op: 'is', value: 'worker-2' }] },
    });
  });

  it('says why a value is refused, and keeps it', async () => {
    answerWith({ interpretation: twoChips });
    show(`${ALL}?q=running`);
    await userEvent.click(await screen.findByRole('button', { name: 'Node is worker-1' }));
    const value = await screen.findByTestId('ai-search-chip-value');
    await userEvent.clear(value);
    await userEvent.click(screen.getByTestId('ai-search-chip-apply'));
    expect(await screen.findByText(/cannot be used here/)).toBeVisible();
    expect(backend.calls).toHaveLength(1);
  });

  it('marks guesses, negations and alternatives', async () => {
    const chips = [
      makeChip({ id: 'a', negated: true }),
      makeChip({ id: 'b', group: 'g', value: 'Paused', confidence: 'low' }),
      makeChip({ id: 'c', group: 'g', value: 'Stopped' }),
    ];
    answerWith({ interpretation: makeInterpretation({ chips }) });
    show(`${ALL}?q=x`);
    const [negated] = await screen.findAllByTestId('ai-search-chip');
    expect(negated).toHaveTextContent('Not: Status is Running');
    const group = within(screen.getByRole('group', { name: 'Any of these' }));
    expect(group.getAllByTestId('ai-search-chip').map(({ textContent }) => textContent)).toEqual([
      'Status is Paused (guessed)',
      'Status is Stopped',
    ]);
  });

  it('asks back when a word was not understood; a suggestion runs on a click', async () => {
    answerWith({
      outcome: 'not_understood',
      interpretation: makeInterpretation({ chips: [], notUnderstood: ['flurble'] }),
      clarificationMessage: say('What does flurble mean?'),
      suggestions: ['stopped VMs'],
    });
    show(`${ALL}?q=flurble`);
    const clarification = await screen.findByTestId('ai-search-clarification');
    expect(clarification).toHaveTextContent('What does flurble mean?');
    expect(screen.queryByTestId('ai-search-results')).not.toBeInTheDocument();
    answerWith({});
    await userEvent.click(screen.getByTestId('ai-search-suggestion'));
    expect(await screen.findByTestId('ai-search-row')).toBeVisible();
    expect(input()).toHaveValue('stopped VMs');
  });

  it.each([
    ['ambiguous', 'The question has more than one meaning'],
    ['out_of_scope', 'This cannot be answered by looking for VirtualMachines'],
    ['forbidden', 'You may not list these VirtualMachines'],
  ] as const)('has a state for %s', async (outcome, title) => {
    answerWith({ outcome, vms: [], total: 0 });
    show(`${ALL}?q=x`);
    expect(await screen.findByTestId('ai-search-clarification')).toHaveTextContent(title);
  });

  it('tells which constraint stands in the way when nothing matches', async () => {
    answerWith({
      interpretation: twoChips,
      total: 0,
      vms: [],
      withoutChip: [
        { chipId: 'chip-node', total: 3 },
        { chipId: 'chip-status', total: 0 },
      ],
    });
    show(`${ALL}?q=x`);
    const help = await screen.findByTestId('ai-search-without-chip');
    expect(help).toHaveTextContent('3 VMs without “Node is worker-1”');
    await userEvent.click(help);
    await waitFor(() => expect(asked()[1]).toMatchObject({ where: { all: [makeChip().where] } }));
  });

  it('shows what was counted, by group', async () => {
    answerWith({
      aggregate: {
        function: 'count',
        by: 'status',
        value: 7,
        groups: [{ key: 'Running', value: 7 }],
      },
    });
    show(`${ALL}?q=x`);
    const aggregate = await screen.findByTestId('ai-search-aggregate');
    expect(aggregate).toHaveTextContent(/^Running7$/);
    expect(screen.getByTestId('ai-search-row')).toBeVisible();
  });

  it('says what could not be read, and how many rows may be missing', async () => {
    const messageMessage = say('You may not list nodes.');
    answerWith({
      unknown: 4,
      unchecked: [{ resource: 'nodes', reason: 'forbidden', message: '', messageMessage }],
      scope: { namespaces: 2, hidden: true },
    });
    show(`${ALL}?q=x`);
    expect(await screen.findByTestId('ai-unchecked')).toHaveTextContent('You may not list nodes.');
    expect(screen.getByRole('status')).toHaveTextContent('4 more may match');
    expect(screen.getByRole('status')).toHaveTextContent('Only projects you may see were searched');
  });

  it('walks through pages by cursor and sorts over all of them', async () => {
    answerWith({ total: 120, nextCursor: 'second' });
    show(`${ALL}?q=x`);
    await userEvent.click(await screen.findByRole('button', { name: 'Go to the next page' }));
    await waitFor(() => expect(asked()[1]).toMatchObject({ cursor: 'second', limit: 50 }));
    await userEvent.click(await screen.findByRole('button', { name: 'Name' }));
    await waitFor(() => expect(asked()[2]).toMatchObject({ sort: 'name' }));
    expect(asked()[2]).not.toHaveProperty('cursor');
  });

  it('links the question into the list of VirtualMachines', async () => {
    show(`${ALL}?q=x`, KUBEVIRT_DYNAMIC);
    expect(await screen.findByTestId('ai-search-list-link')).toHaveAttribute(
      'href',
      makeSearchResult().listUrl,
    );
  });

  it('links into no list where there is none but our own', async () => {
    show(`${ALL}?q=x`);
    const [row] = await screen.findAllByTestId('ai-search-row');
    expect(screen.queryByTestId('ai-search-list-link')).not.toBeInTheDocument();
    await userEvent.click(within(row!).getByRole('button', { expanded: false }));
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual([
      'Get AI Diagnosis',
      'View details',
    ]);
  });

  it('refuses a question that is too long, says so and loses nothing', async () => {
    const long = 'x'.repeat(10_000);
    show(ALL);
    await userEvent.click(input());
    await userEvent.paste(long);
    expect(screen.getByTestId('ai-search-too-long')).toHaveTextContent('10,000');
    expect(screen.getByTestId('ai-search-submit')).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    expect(input()).toHaveValue(long);
    expect(backend.calls).toEqual([]);
  });

  it('takes markup as words', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    show(`${ALL}?q=${encodeURIComponent(markup)}`);
    expect(await screen.findByTestId('ai-search-row')).toBeVisible();
    expect(input()).toHaveValue(markup);
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });

  it('warns about a filter that cannot be read', () => {
    show(`${ALL}?filter=nonsense`);
    expect(screen.getByText(/filter of this link could not be read/)).toBeVisible();
    expect(backend.calls).toEqual([]);
  });

  it.each([
    ['before the first question', ALL, {}],
    ['with rows', `${ALL}?q=x`, { interpretation: twoChips, total: 120 }],
    ['with a question back', `${ALL}?q=x`, { outcome: 'ambiguous', suggestions: ['a'] }],
    ['with nothing found', `${ALL}?q=x`, { total: 0, vms: [] }],
  ] as const)('has no accessibility violation %s', async (_name, path, result) => {
    backend.answer = () => ({ ...makeSearchResult(), ...result });
    show(path);
    await screen.findAllByText(/in your own words|1 - 50|more than one meaning|No VirtualMachines/);
    expect(await violations()).toHaveNoViolations();
  });
});
