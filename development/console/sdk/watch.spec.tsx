/** @jest-environment ./development/console/testing/browser-environment.ts */
import { nameOf } from '@cnv-ai/engine/kubernetes';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import {
  startConsoleServer,
  type Answer,
  type Asked,
  type ConsoleServer,
} from '../testing/console-server';
import { useK8sWatchResource, useK8sWatchResources } from '.';
import { ConsoleContext, INITIAL_STATE } from './context';

const groupVersionKind = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' };
const MODEL: K8sModel = {
  abbr: 'VM',
  kind: 'VirtualMachine',
  label: 'VirtualMachine',
  labelPlural: 'VirtualMachines',
  plural: 'virtualmachines',
  apiGroup: 'kubevirt.io',
  apiVersion: 'v1',
  namespaced: true,
};
const models = { 'kubevirt.io~v1~VirtualMachine': MODEL };

const wrapper = ({ children }: { children: ReactNode }) => (
  <ConsoleContext.Provider value={{ ...INITIAL_STATE, models, modelsLoaded: true }}>
    {children}
  </ConsoleContext.Provider>
);

const vm = (name: string, resourceVersion = '1') => ({
  kind: 'VirtualMachine',
  metadata: { name, namespace: 'prod', uid: `uid-${name}`, resourceVersion },
});

const list = (...names: string[]) => ({
  kind: 'VirtualMachineList',
  metadata: { resourceVersion: '10' },
  items: names.map((name) => vm(name)),
});

let server: ConsoleServer;
let answer: (asked: Asked) => Answer;

beforeEach(async () => {
  answer = () => ({ body: list('a', 'b') });
  server = await startConsoleServer((asked) => answer(asked));
});

afterEach(() => server.close());

const LIST = { groupVersionKind, isList: true, namespace: 'prod' };
const names = (data: unknown): string[] => (Array.isArray(data) ? data.map(nameOf) : []);

const watchList = (resource = LIST) => renderHook(() => useK8sWatchResource(resource), { wrapper });

it('lists a namespace, then follows its changes', async () => {
  const { result } = watchList();
  expect(result.current).toEqual([[], false, undefined]);
  await waitFor(() => expect(names(result.current[0])).toEqual(['a', 'b']));
  expect(result.current.slice(1)).toEqual([true, undefined]);
  await waitFor(() => expect(server.sockets).toHaveLength(1));
  expect(server.sockets[0]?.path).toMatch(
    /^\/api\/kubernetes\/apis\/kubevirt\.io\/v1\/namespaces\/prod\/virtualmachines\?.*watch=true.*resourceVersion=10/,
  );
  server.send({ type: 'ADDED', object: vm('c', '11') });
  server.send({ type: 'DELETED', object: vm('a', '12') });
  server.send({ type: 'BOOKMARK', object: { metadata: { resourceVersion: '13' } } });
  await waitFor(() => expect(names(result.current[0])).toEqual(['b', 'c']));
});

it('reads every page of a long list', async () => {
  answer = ({ path }) =>
    path.includes('continue=more')
      ? { body: list('c') }
      : { body: { ...list('a', 'b'), metadata: { continue: 'more' } } };
  const { result } = watchList();
  await waitFor(() => expect(names(result.current[0])).toEqual(['a', 'b', 'c']));
});

it('sends selectors with the list and the watch', async () => {
  const selector = {
    matchLabels: { app: 'web' },
    matchExpressions: [{ key: 'tier', operator: 'In', values: ['x', 'y'] }],
  };
  renderHook(() => useK8sWatchResource({ ...LIST, selector }), { wrapper });
  await waitFor(() => expect(server.sockets).toHaveLength(1));
  for (const path of [server.asked[0]?.path, server.sockets[0]?.path]) {
    const query = new URL(path ?? '', 'http://x').searchParams;
    expect(query.get('labelSelector')).toBe('app=web,tier in (x,y)');
  }
});

it('reads again when the watch is too old', async () => {
  const { result } = watchList();
  await waitFor(() => expect(server.sockets).toHaveLength(1));
  answer = () => ({ body: list('z') });
  server.send({ type: 'ERROR', object: { kind: 'Status', code: 410 } });
  await waitFor(() => expect(names(result.current[0])).toEqual(['z']), { timeout: 4000 });
});

it('goes on from the last version when the connection breaks', async () => {
  const { result } = watchList();
  await waitFor(() => expect(server.sockets).toHaveLength(1));
  server.send({ type: 'MODIFIED', object: vm('a', '99') });
  await waitFor(() => expect(JSON.stringify(result.current[0])).toContain('"99"'));
  server.sockets[0]?.socket.close();
  await waitFor(() => expect(server.sockets).toHaveLength(2), { timeout: 4000 });
  expect(server.sockets[1]?.path).toContain('resourceVersion=99');
  expect(server.asked).toHaveLength(1);
});

it('tells why a list could not be read, and is not loaded', async () => {
  answer = () => ({ status: 403, body: { message: 'virtualmachines is forbidden' } });
  const { result } = watchList();
  await waitFor(() => expect(result.current[2]).toMatchObject({ code: 403 }));
  expect(result.current.slice(0, 2)).toEqual([[], false]);
});

it('follows one object by its name', async () => {
  answer = () => ({ body: vm('a', '5') });
  const resource = { groupVersionKind, name: 'a', namespace: 'prod' };
  const { result } = renderHook(() => useK8sWatchResource(resource), { wrapper });
  await waitFor(() => expect(result.current[0]).toMatchObject({ metadata: { name: 'a' } }));
  await waitFor(() => expect(server.sockets).toHaveLength(1));
  expect(server.sockets[0]?.path).toContain('fieldSelector=metadata.name%3Da');
});

it('watches nothing for null, and says that a kind is not served', () => {
  const nothing = renderHook(() => useK8sWatchResource(null), { wrapper });
  expect(nothing.result.current).toEqual([undefined, true, undefined]);
  const unknown = { groupVersionKind: { version: 'v1', kind: 'Unicorn' }, isList: true };
  const { result } = renderHook(() => useK8sWatchResource(unknown), { wrapper });
  expect(result.current).toMatchObject([
    [],
    true,
    { message: 'The cluster does not serve Unicorn.' },
  ]);
  expect(server.asked).toEqual([]);
});

it('asks anew for another namespace and shows nothing of the old one', async () => {
  const { result, rerender } = renderHook(
    ({ namespace }) => useK8sWatchResource({ ...LIST, namespace }),
    { wrapper, initialProps: { namespace: 'prod' } },
  );
  await waitFor(() => expect(result.current[1]).toBe(true));
  answer = () => ({ body: list('other') });
  rerender({ namespace: 'staging' });
  expect(result.current).toEqual([[], false, undefined]);
  await waitFor(() => expect(names(result.current[0])).toEqual(['other']));
});

it('keeps several watches apart by their keys', async () => {
  answer = ({ path }) => ({ body: path.includes('/prod/') ? list('a') : list('s') });
  const resources = { prod: LIST, staging: { ...LIST, namespace: 'staging' } };
  const { result } = renderHook(() => useK8sWatchResources(resources), { wrapper });
  await waitFor(() => expect(result.current.staging?.loaded).toBe(true));
  await waitFor(() => expect(names(result.current.prod?.data)).toEqual(['a']));
  expect(names(result.current.staging?.data)).toEqual(['s']);
});

it('stops with the component', async () => {
  const { unmount } = watchList();
  await waitFor(() => expect(server.sockets).toHaveLength(1));
  const closed = new Promise((resolve) => server.sockets[0]?.socket.once('close', resolve));
  unmount();
  await closed;
});
