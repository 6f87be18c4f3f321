/** @jest-environment ./src/answers/testing/environment.mjs */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerDiagnosis } from '../answers/source';
import { at, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { servedPlural } from '../../development/cluster';
import { startConsoleCluster, type ConsoleCluster } from '../testing/cluster';
import { renderAt, violations } from '../testing/render';
import { diagnosedIn } from './diagnosed';
import { FixDialog } from './FixDialog';

let console: ConsoleCluster;
let changed: number;
beforeEach(async () => {
  console = await startConsoleCluster('node-selector-mismatch');
  changed = 0;
});
afterEach(() => console.close());

const PATCH = /^PATCH \/apis\/kubevirt\.io\/v1\/namespaces\/[^/]+\/virtualmachines\/[^/?]+\?/;

const stored = (plural: string) => console.cluster.store.list(servedPlural(plural));

const machine = (name: string) => {
  const found = stored('virtualmachines').find((vm) => textAt(vm, 'metadata', 'name') === name);
  if (found === undefined) throw new Error(`No VM ${name}.`);
  return found;
};

const selectorOf = (name: string): string =>
  JSON.stringify(at(machine(name), 'spec', 'template', 'spec', 'nodeSelector'));

/** The first fix of the scenario that can be applied, in its dialog. */
const open = async () => {
  const { request } = console.scenario;
  const { result } = await answerDiagnosis(request, AbortSignal.timeout(10_000));
  const diagnosed = diagnosedIn(result, () => undefined);
  const [cause] = result.rootCauses;
  const fix = cause?.fixes.find(({ action }) => action?.verb === 'patch');
  if (cause === undefined || fix?.action === undefined || diagnosed === undefined) {
    throw new Error('The scenario offers no fix.');
  }
  renderAt(
    <FixDialog
      applicable={{ id: fix.id, change: fix.action, rootCauseId: cause.id, vm: diagnosed.vm }}
      closeOverlay={() => undefined}
      fix={fix}
      onChanged={() => {
        changed += 1;
      }}
    />,
  );
  return { cause, fix, request };
};

const state = () => screen.getByTestId('ai-fix-state').dataset.state;
const becomes = (...expected: string[]) =>
  waitFor(() => expect(expected).toContain(state()), { timeout: 20_000 });
const made = () => console.writes.filter((write) => PATCH.test(write) && !write.includes('dryRun'));

const agreeAndApply = async () => {
  await becomes('ready');
  await userEvent.click(screen.getByTestId('ai-fix-agree'));
  await userEvent.click(screen.getByTestId('apply-fix-confirm'));
};

/** What virt-api answers while the restart before is under way. */
const refuseRestarts = () => {
  const network = globalThis.fetch;
  const message = 'unable to complete request: stop/start already underway';
  globalThis.fetch = (input, init) =>
    typeof input === 'string' && input.includes('/restart')
      ? Promise.resolve(new Response(JSON.stringify({ message }), { status: 500 }))
      : network(input, init);
};

/** What the plugin's server says once the administrator has switched the product off. */
const switchOff = () => {
  const network = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    typeof input === 'string' && input.includes('/settings.json')
      ? Promise.resolve(new Response('{"ai":true,"enabled":false}'))
      : network(input, init);
};

describe('FixDialog', () => {
  it('shows what would change, tried by the API server, and changes nothing by itself', async () => {
    await open();
    await becomes('ready');
    expect(screen.getByTestId('ai-fix-diff')).toHaveTextContent('nodeSelector');
    expect(screen.getByTestId('apply-fix-confirm')).toBeDisabled();
    expect(console.writes.some((write) => write.includes('dryRun=All'))).toBe(true);
    expect(made()).toEqual([]);
    expect(await violations()).toHaveNoViolations();
  });

  it('makes exactly one change, records it, and tells when the cause is gone', async () => {
    const { cause, fix, request } = await open();
    await agreeAndApply();
    await becomes('gone');
    expect(made()).toHaveLength(1);
    expect(made()[0]).toContain('fieldManager=cnv-ai-plugin');
    expect(changed).toBeGreaterThan(0);
    const events = stored('events').filter((event) => textAt(event, 'reason') === 'FixApplied');
    expect(events.map((event) => textAt(event, 'message'))).toEqual([
      `admin applied fix ${fix.id} for ${cause.id}`,
    ]);
    expect(textAt(events[0], 'involvedObject', 'name')).toBe(request.vmName);
  });

  it('takes the change back', async () => {
    const { request } = await open();
    const before = selectorOf(request.vmName);
    await agreeAndApply();
    await becomes('gone');
    expect(selectorOf(request.vmName)).not.toBe(before);
    await userEvent.click(screen.getByTestId('ai-fix-undo'));
    await becomes('undone');
    expect(selectorOf(request.vmName)).toBe(before);
  });

  it('tells what stands when the machine is not restarted after the change was taken back', async () => {
    const { request } = await open();
    const before = selectorOf(request.vmName);
    await agreeAndApply();
    await becomes('waiting', 'gone');
    refuseRestarts();
    await userEvent.click(screen.getByTestId('ai-fix-undo'));
    await becomes('halfway-back');
    expect(selectorOf(request.vmName)).toBe(before);
    expect(screen.getByTestId('ai-fix-state')).toHaveTextContent(
      'The change is taken back, but the virtual machine was not restarted',
    );
    expect(screen.queryByTestId('ai-fix-undo')).not.toBeInTheDocument();
  });

  it('refuses what the user may not do, before anything is tried', async () => {
    await open();
    await becomes('ready');
    console.as('viewer');
    console.writes.length = 0;
    await userEvent.click(screen.getByTestId('ai-fix-agree'));
    await userEvent.click(screen.getByTestId('apply-fix-confirm'));
    await becomes('refused');
    expect(screen.getByTestId('ai-fix-state')).toHaveTextContent('You are not allowed');
    await userEvent.click(screen.getByTestId('ai-fix-look-again'));
    await becomes('refused');
    expect(screen.queryByTestId('apply-fix-confirm')).not.toBeInTheDocument();
  });

  it('changes nothing once the administrator has switched the product off meanwhile', async () => {
    await open();
    await becomes('ready');
    switchOff();
    await agreeAndApply();
    await becomes('refused');
    expect(screen.getByTestId('ai-fix-state')).toHaveTextContent('The administrator has switched');
    expect(made()).toEqual([]);
  });

  it('does not overwrite what changed since it was looked at', async () => {
    const { request } = await open();
    await becomes('ready');
    const current = machine(request.vmName);
    console.cluster.store.update({
      ...current,
      metadata: { ...recordAt(current, 'metadata'), labels: { touched: 'yes' } },
    });
    await userEvent.click(screen.getByTestId('ai-fix-agree'));
    await userEvent.click(screen.getByTestId('apply-fix-confirm'));
    await becomes('refused');
    expect(screen.getByTestId('ai-fix-state')).toHaveTextContent('It has changed since you looked');
    await userEvent.click(screen.getByTestId('ai-fix-look-again'));
    await becomes('ready');
  });
});
