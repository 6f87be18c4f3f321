import { makeSearchResult } from '../../testing/factories';
import type { ToolUse } from './answer-state';
import { modelSearch } from './search-args';

const use = (overrides: Partial<ToolUse>): ToolUse => ({
  id: 'call_1',
  name: 'search_vms_semantic',
  server: 'cnv-diagnostic',
  args: { where: { field: 'status', op: 'is', value: 'Stopped' }, limit: 5 },
  status: 'running',
  ...overrides,
});

it('is what the model called the tool with, before there is a result', () => {
  expect(modelSearch([use({})])).toEqual({
    filters: { where: { field: 'status', op: 'is', value: 'Stopped' } },
  });
});

it('counts what the tool gave for programs', () => {
  const structured = makeSearchResult({ total: 12 });
  expect(modelSearch([use({ status: 'success', structured })])).toMatchObject({ total: 12 });
});

it('takes the last of several', () => {
  const later = use({ id: 'call_2', args: { status: 'Running' } });
  expect(modelSearch([use({}), later])?.filters).toEqual({ status: 'Running' });
});

it.each<[string, Partial<ToolUse>]>([
  ['another server’s tool', { server: 'openshift' }],
  ['another tool', { name: 'diagnose_vm_error' }],
  ['a filter that is none', { args: { where: { field: 1 } } }],
])('ignores %s', (_, overrides) => {
  expect(modelSearch([use(overrides)])).toBeUndefined();
});
