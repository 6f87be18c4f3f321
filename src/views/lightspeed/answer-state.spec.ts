import { asking, IDLE, withEvent, withOutcome, type AnswerState } from './answer-state';
import type { LightspeedEvent } from './events';
import { statusQuestion } from './prompts/prompts';

const QUESTION = statusQuestion({ namespace: 'ns1', vmName: 'vm1', status: 'Running' });

const after = (...events: LightspeedEvent[]): AnswerState =>
  events.reduce(withEvent, asking(QUESTION));

const call: LightspeedEvent = {
  is: 'tool_call',
  id: 'call_1',
  name: 'diagnose_vm_error',
  server: 'cnv-diagnostic',
  args: {},
};

const result = (status: string, server = 'cnv-diagnostic'): LightspeedEvent => ({
  is: 'tool_result',
  id: 'call_1',
  name: 'diagnose_vm_error',
  server,
  status,
  structured: { a: 1 },
});

const end: LightspeedEvent = { is: 'end', truncated: false, quotas: {} };

describe('withEvent', () => {
  it('puts the tokens together', () => {
    const state = after({ is: 'token', text: 'The ' }, { is: 'token', text: 'disk' });
    expect(state).toMatchObject({ status: 'streaming', text: 'The disk' });
  });

  it.each([
    ['no tool', [], 'general'],
    ['only the call of ours', [call], 'general'],
    ['a success of ours', [call, result('success')], 'grounded'],
    ['a failure of ours', [call, result('error')], 'general'],
    ['a cut result of ours', [call, result('truncated')], 'general'],
    ['a success of another server', [call, result('success', 'openshift')], 'general'],
    ['a failure, then a success', [call, result('error'), call, result('success')], 'grounded'],
  ] as const)('with %s is %s grounded', (_name, events, basis) => {
    expect(after(...events, end).basis).toBe(basis);
  });

  it('keeps what a tool of ours gave for programs, and of no other server', () => {
    expect(after(call, result('success')).tools[0]?.structured).toEqual({ a: 1 });
    expect(after(call, result('success', 'openshift')).tools[0]).not.toHaveProperty('structured');
  });

  it('marks a tool that was refused, also one whose call was not announced', () => {
    const approval: LightspeedEvent = {
      is: 'approval_required',
      approval: '4df3',
      tool: 'diagnose_vm_error',
    };
    expect(after(call, approval, result('error')).tools).toMatchObject([{ status: 'refused' }]);
    expect(after(approval).tools).toMatchObject([{ name: 'diagnose_vm_error', status: 'refused' }]);
  });

  it('keeps tokens used and quota left', () => {
    const state = after({
      is: 'end',
      truncated: true,
      inputTokens: 9,
      outputTokens: 3,
      quotas: { User: 5 },
    });
    expect(state).toMatchObject({
      truncated: true,
      tokens: { input: 9, output: 3 },
      quotas: { User: 5 },
    });
  });

  it('is not changed by what comes after it was stopped', () => {
    const stopped = withOutcome(after(call), { is: 'stopped' });
    expect(withEvent(stopped, { is: 'token', text: 'late' })).toBe(stopped);
    expect(withOutcome(stopped, { is: 'done' })).toBe(stopped);
  });
});

describe('withOutcome', () => {
  it('keeps the text that came before a failure', () => {
    const state = withOutcome(after({ is: 'token', text: 'half' }), {
      is: 'failed',
      problem: { kind: 'broken' },
    });
    expect(state).toMatchObject({ status: 'failed', text: 'half', problem: { kind: 'broken' } });
  });

  it('has nothing to end before a question', () => {
    expect(withOutcome(IDLE, { is: 'stopped' })).toBe(IDLE);
  });
});
