/** @jest-environment ./src/answers/testing/environment.mjs */
import { renderHook, waitFor } from '@testing-library/react';
import { json, startEdge, type Edge } from '../../../answers/testing/edge';
import { isDiagnosis } from '../../../answers/diagnosis-shape';
import { makeDiagnosis } from '../../../testing/factories';
import { useToolResult } from './useToolResult';

const SETTINGS = '/api/plugins/cnv-ai-plugin/settings.json';
const SIDECAR = '/api/proxy/plugin/cnv-ai-plugin/diagnostic/mcp';

const vm = (name: string) => makeDiagnosis({ vm: { namespace: 'demo', name } });
const tool = {
  args: { namespace: 'alias-a', vmName: 'alias-b' },
  structuredContent: vm('alias-b'),
};

let edge: Edge;
afterEach(() => edge.close());

const nameTold = async (aliases: boolean, sidecar: unknown) => {
  edge = await startEdge(({ path }, response) => {
    if (path === SETTINGS) json(response, 200, { aliases });
    else json(response, 200, { jsonrpc: '2.0', id: 1, result: sidecar });
  });
  const { result, unmount } = renderHook(() =>
    useToolResult(tool, 'diagnose_vm_error', isDiagnosis),
  );
  await waitFor(() => expect(edge.requests.length).toBeGreaterThan(aliases ? 1 : 0));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const name = result.current?.vm.name;
  unmount();
  return name;
};

describe('the result of a tool in the chat', () => {
  it('is what the chat was told', async () => {
    expect(await nameTold(false, {})).toBe('alias-b');
    expect(edge.requests.map(({ path }) => path)).not.toContain(SIDECAR);
  });

  it('has the names as they are where a model is told aliases', async () => {
    expect(await nameTold(true, { structuredContent: vm('db') })).toBe('db');
    expect(edge.requests.find(({ path }) => path === SIDECAR)?.body).toMatchObject({
      params: {
        name: 'diagnose_vm_error',
        arguments: tool.args,
        _meta: { 'cnv-ai.kubevirt.io/names': 'real' },
      },
    });
  });

  it('keeps the aliases when the sidecar answers something else', async () => {
    expect(await nameTold(true, { structuredContent: {} })).toBe('alias-b');
  });
});
