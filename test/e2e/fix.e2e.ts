import { recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Locator, Page } from 'playwright-core';
import { servedPlural } from '../../development/cluster/resources';
import {
  ADMINISTRATOR,
  byTest,
  diagnosisPage,
  startSession,
  VIEWER,
  type Session,
} from './session';

let session: Session;

beforeAll(async () => {
  session = await startSession();
});
afterEach(() => session.closePages());
afterAll(() => session.close());

const NAMESPACE = 'edge-rendering';
const NAME = 'render-07';

const objects = (plural: string): readonly KubeObject[] => {
  const { cluster } = session.stack;
  if (cluster === undefined) throw new Error('The embedded cluster does not run.');
  return cluster.store.list(servedPlural(plural), NAMESPACE);
};

const machine = (): KubeObject => {
  const found = objects('virtualmachines').find((vm) => textAt(vm, 'metadata', 'name') === NAME);
  if (found === undefined) throw new Error(`There is no machine ${NAME}.`);
  return found;
};

/** What somebody left on the machine, in the order of time. */
const recorded = (): readonly (string | undefined)[] =>
  objects('events')
    .filter((event) => textAt(event, 'source', 'component') === 'cnv-ai-plugin')
    .map((event) => `${textAt(event, 'reason')}: ${textAt(event, 'message')}`)
    .sort();

/** What the API server is asked for beside reads and questions about rights, as method and path. */
const listen = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === 'GET' || !pathname.startsWith('/api/kubernetes/')) return;
    if (/\/self[a-z]+reviews$/.test(pathname)) return;
    asked.push(`${request.method()} ${pathname.slice('/api/kubernetes'.length)}${search}`);
  });
  return asked;
};

const reviewing = async (page: Page): Promise<Locator> => {
  await byTest(page, 'ai-fix-review').first().click();
  return byTest(page, 'ai-fix-dialog');
};

const inState = (dialog: Locator, state: string): Promise<void> =>
  dialog.locator(`[data-state="${state}"]`).waitFor();

const agreeAndApply = async (dialog: Locator): Promise<void> => {
  await byTest(dialog, 'ai-fix-agree').click();
  await byTest(dialog, 'apply-fix-confirm').click();
};

const VM_PATH = `/apis/kubevirt.io/v1/namespaces/${NAMESPACE}/virtualmachines/${NAME}`;

describe('a fix that cannot be made', () => {
  it('is refused to who may not change the machine, and says so', async () => {
    const page = await session.open(VIEWER, diagnosisPage('prod-web', 'order-intake-03'));
    await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
    await byTest(page, 'ai-fix-review').first().click();
    const dialog = byTest(page, 'ai-fix-dialog');
    await dialog.locator('[data-state="refused"]').waitFor();
    expect(await dialog.innerText()).toContain('You are not allowed to make this change');
    expect(await byTest(dialog, 'ai-fix-permissions').innerText()).toMatch(
      /patch virtualmachines\.kubevirt\.io -n prod-web\s+Not allowed/,
    );
    expect(await byTest(dialog, 'apply-fix-confirm').count()).toBe(0);
  });

  it.each([
    [
      'a value that does not fit',
      422,
      'VirtualMachine.kubevirt.io "render-07" is invalid: spec.template: Invalid value',
      /The cluster refused the change: .*is invalid: spec\.template/,
    ],
    [
      'a webhook',
      400,
      'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: no such zone',
      /The admission webhook virtualmachine-validator\.kubevirt\.io refused the change: no such zone/,
    ],
    ['an API server that is busy', 503, 'overloaded', /cannot answer now \(overloaded\)/],
  ])('is refused in the trial by %s, in its own words', async (_, status, message, sentence) => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(NAMESPACE, NAME));
    await page.route(`**${VM_PATH}?*dryRun=All*`, (route) =>
      route.fulfill({ status, json: { kind: 'Status', status: 'Failure', message } }),
    );
    const dialog = await reviewing(page);
    await inState(dialog, 'refused');
    expect(await byTest(dialog, 'ai-fix-state').innerText()).toMatch(sentence);
    expect(await byTest(dialog, 'apply-fix-confirm').count()).toBe(0);
    await page.unrouteAll();
    await byTest(dialog, 'ai-fix-look-again').click();
    await byTest(dialog, 'apply-fix-confirm').waitFor();
  });

  it('is not made with a right that was lost after the trial', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(NAMESPACE, NAME));
    const dialog = await reviewing(page);
    await byTest(dialog, 'apply-fix-confirm').waitFor();
    await page.route(`**${VM_PATH}?*`, (route) =>
      route.fulfill({ status: 403, json: { message: 'virtualmachines is forbidden' } }),
    );
    await agreeAndApply(dialog);
    await inState(dialog, 'refused');
    expect(await byTest(dialog, 'ai-fix-state').innerText()).toMatch(
      /Nothing was changed\s+You are not allowed .*virtualmachines is forbidden/,
    );
    await byTest(dialog, 'troubleshoot-with-ai').click();
    await byTest(dialog, 'ai-answer').waitFor();
  });

  it('does not overwrite what changed after the trial', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage(NAMESPACE, NAME));
    const dialog = await reviewing(page);
    await byTest(dialog, 'apply-fix-confirm').waitFor();
    const vm = machine();
    session.stack.cluster?.store.update({
      ...vm,
      metadata: { ...recordAt(vm, 'metadata'), labels: { touched: 'yes' } },
    });
    await agreeAndApply(dialog);
    await inState(dialog, 'refused');
    expect(await byTest(dialog, 'ai-fix-state').innerText()).toContain(
      'It has changed since you looked',
    );
    await byTest(dialog, 'ai-fix-look-again').click();
    await byTest(dialog, 'apply-fix-confirm').waitFor();
  });
});

describe('a fix', () => {
  it('is shown, tried, applied, followed until the cause is gone, and taken back', async () => {
    const page = await session.open(ADMINISTRATOR);
    const asked = listen(page);
    await page.goto(diagnosisPage(NAMESPACE, NAME));
    await byTest(page, 'ai-diagnosis-root-cause').first().waitFor();
    expect(asked).toEqual([]);
    const dialog = await reviewing(page);
    await byTest(dialog, 'apply-fix-confirm').waitFor();
    expect(await byTest(dialog, 'ai-fix-diff').innerText()).toContain('nodeSelector');
    expect(await byTest(dialog, 'ai-fix-permissions').innerText()).toMatch(
      /patch virtualmachines\.kubevirt\.io -n edge-rendering\s+Allowed/,
    );
    expect(await byTest(dialog, 'apply-fix-confirm').isDisabled()).toBe(true);
    expect(asked).toEqual([`PATCH ${VM_PATH}?fieldManager=cnv-ai-plugin&dryRun=All`]);
    asked.length = 0;
    await agreeAndApply(dialog);
    await inState(dialog, 'gone');
    expect(asked).toEqual([
      `PATCH ${VM_PATH}?fieldManager=cnv-ai-plugin`,
      `POST /api/v1/namespaces/${NAMESPACE}/events`,
      expect.stringMatching(/^PUT .*\/render-07\/restart$/),
    ]);
    expect(recorded()).toEqual([
      expect.stringMatching(/^FixApplied: admin applied fix [\w-]+ for node-selector-mismatch$/),
    ]);
    await byTest(dialog, 'ai-fix-undo').click();
    await inState(dialog, 'undone');
    expect(recorded()).toEqual([
      expect.stringMatching(/^FixApplied: /),
      expect.stringMatching(/^FixUndone: admin took back fix [\w-]+ for node-selector-mismatch$/),
    ]);
  });

  it('is made as well where no Event may be created, and that is said', async () => {
    const page = await session.open(ADMINISTRATOR, diagnosisPage('prod-web', 'order-intake-03'));
    await page.route('**/api/kubernetes/api/v1/**/events', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 403, json: { message: 'events is forbidden' } })
        : route.continue(),
    );
    const dialog = await reviewing(page);
    await agreeAndApply(dialog);
    await inState(dialog, 'gone');
    expect(await byTest(dialog, 'ai-fix-state').innerText()).toContain(
      'the change is recorded in its field manager only',
    );
  });
});
