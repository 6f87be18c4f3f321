/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startBackend, type Backend } from '../testing/backend';
import { makeSearchResult } from '../testing/factories';
import { renderAt, violations } from '../testing/render';
import { AISearchBar } from './AISearchBar';

const input = () => screen.getByTestId('ai-search-input');
const here = () => screen.getByTestId('location').textContent;

describe('AISearchBar', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend(() => makeSearchResult());
  });
  afterAll(() => backend.close());

  it.each([
    ['all projects', undefined, '/k8s/all-namespaces/virtualmachine-search?q=stopped+VMs'],
    ['its project', 'demo', '/k8s/ns/demo/virtualmachine-search?q=stopped+VMs'],
  ])('opens the search page on Enter, in %s', async (_, namespace, path) => {
    renderAt(<AISearchBar namespace={namespace} />);
    await userEvent.type(input(), ' stopped VMs {Enter}');
    expect(here()).toBe(path);
  });

  it('gives the sentence to a page that asked for it, and never an empty one', async () => {
    const onSearch = jest.fn();
    renderAt(<AISearchBar onSearch={onSearch} />);
    await userEvent.type(input(), '{Enter}paused{Enter}');
    expect(onSearch.mock.calls).toEqual([['paused']]);
    expect(here()).toBe('/');
  });

  it('can stand twice on a page', async () => {
    renderAt(
      <>
        <AISearchBar />
        <AISearchBar namespace="demo" />
      </>,
    );
    expect(await violations()).toHaveNoViolations();
  });
});
