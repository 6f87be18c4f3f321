/** @jest-environment ./src/answers/testing/environment.mjs */
import { render, waitFor } from '@testing-library/react';
import { ConsoleContext, INITIAL_STATE } from '../../development/console/sdk/context';
import { json, startEdge, type Edge } from '../answers/testing/edge';
import { useFlags } from './useFlags';

let edge: Edge;
const answer = { settings: {}, tool: 200 };

beforeEach(async () => {
  edge = await startEdge(({ path }, response) => {
    if (path.endsWith('/settings.json')) json(response, 200, answer.settings);
    else json(response, answer.tool, { content: [], structured_content: {}, is_error: false });
  });
});
afterEach(() => edge.close());

/** The flags as the hook has set them so far. */
const mount = (installed: boolean) => {
  const flags: Record<string, boolean> = {};
  const set = (flag: string, on: boolean): void => {
    flags[flag] = on;
  };
  const Host = () => {
    useFlags(set);
    return null;
  };
  render(
    <ConsoleContext.Provider value={{ ...INITIAL_STATE, flags: { LIGHTSPEED_PLUGIN: installed } }}>
      <Host />
    </ConsoleContext.Provider>,
  );
  return flags;
};

describe('useFlags', () => {
  it('sets neither while nothing is known', () => {
    expect(mount(false)).toEqual({ LIGHTSPEED_MCP_ENABLED: false });
  });

  it('finds the sidecar through Lightspeed with one call', async () => {
    const flags = mount(true);
    await waitFor(() => {
      expect(flags).toEqual({ CNV_AI_ENABLED: true, LIGHTSPEED_MCP_ENABLED: true });
    });
    expect(edge.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('asks nothing of Lightspeed where it is not installed', async () => {
    const flags = mount(false);
    await waitFor(() => expect(flags).toHaveProperty('CNV_AI_ENABLED', true));
    expect(flags.LIGHTSPEED_MCP_ENABLED).toBe(false);
    expect(edge.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('takes everything back when the administrator switches it off', async () => {
    answer.settings = { enabled: false };
    const flags = mount(true);
    await waitFor(() => {
      expect(flags).toEqual({ CNV_AI_ENABLED: false, LIGHTSPEED_MCP_ENABLED: false });
    });
  });
});
