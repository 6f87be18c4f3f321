/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { startBackend, type Backend } from '../../../testing/backend';
import { makeInterpretation, makeSearchResult } from '../../../testing/factories';
import { renderAt, violations } from '../../../testing/render';
import { VirtualMachineListPage } from './VirtualMachineListPage';

let backend: Backend;
beforeAll(async () => {
  const everything = makeInterpretation({ where: { all: [] }, chips: [] });
  backend = await startBackend(() => makeSearchResult({ interpretation: everything }));
});
afterAll(() => backend.close());

it('lists every machine of the project before anything is asked', async () => {
  renderAt(
    <Routes>
      <Route element={<VirtualMachineListPage />} path="/k8s/ns/:ns/:kind" />
    </Routes>,
    '/k8s/ns/demo/kubevirt.io~v1~VirtualMachine',
  );
  expect(await screen.findByTestId('ai-search-row', {}, { timeout: 10_000 })).toHaveTextContent(
    'db',
  );
  expect(backend.calls[0]?.args).toMatchObject({ where: { all: [] }, namespaces: ['demo'] });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('VirtualMachines');
  expect(screen.getByRole('link', { name: 'Create VirtualMachine' })).toHaveAttribute(
    'href',
    '/k8s/ns/demo/kubevirt.io~v1~VirtualMachine/~new',
  );
  expect(await violations()).toHaveNoViolations();
}, 60_000);
