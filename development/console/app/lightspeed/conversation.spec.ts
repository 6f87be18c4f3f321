import { withEvent, type Turn } from './conversation';

const TURN: Turn = { id: 1, question: 'why?', hidden: false, answer: '', tools: [], done: false };

const after = (...events: unknown[]): Turn => events.reduce<Turn>(withEvent, TURN);

const call = {
  event: 'tool_call',
  data: { id: 'c1', name: 'diagnose_vm_error', args: { vmName: 'a' } },
};
const result = {
  event: 'tool_result',
  data: {
    id: 'c1',
    name: 'diagnose_vm_error',
    status: 'success',
    content: 'text',
    structured_content: { verdict: 'problem' },
    server_name: 'cnv-diagnostic',
    tool_meta: { olsUi: { id: 'cnv-diagnostic/diagnosis' } },
  },
};

it('joins tokens and ends', () => {
  const tokens = ['The ', 'VM'].map((token) => ({ event: 'token', data: { token } }));
  expect(after({ event: 'start', data: {} }, ...tokens, { event: 'end', data: {} })).toMatchObject({
    answer: 'The VM',
    done: true,
  });
});

it('joins a tool’s call and result as a view of it needs them', () => {
  expect(after(call, result).tools).toEqual([
    {
      id: 'c1',
      name: 'diagnose_vm_error',
      args: { vmName: 'a' },
      status: 'success',
      content: 'text',
      structuredContent: { verdict: 'problem' },
      serverName: 'cnv-diagnostic',
      olsToolUiID: 'cnv-diagnostic/diagnosis',
    },
  ]);
});

it('shows a result whose call was never announced', () => {
  expect(after(result).tools).toMatchObject([{ id: 'c1', status: 'success', args: {} }]);
});

it('ends with what an error says', () => {
  const data = { response: 'Quota exceeded', cause: 'Quota limit reached' };
  expect(after({ event: 'error', data })).toMatchObject({
    error: 'Quota exceeded: Quota limit reached',
    done: true,
  });
});

it.each([{ event: 'reasoning', data: {} }, {}, null, 'x'])('is not changed by %j', (event) => {
  expect(after(event)).toBe(TURN);
});
