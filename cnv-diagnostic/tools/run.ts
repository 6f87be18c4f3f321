import { textAt } from '@cnv-ai/engine/kubernetes';
import { english, say } from '@cnv-ai/engine/messages';
import { SetupError } from '../kubernetes/cluster';
import type { ReadObserver } from '../kubernetes/api-client';
import type { CountedReader } from '../kubernetes/api-server';
import type { Limiter, Refusal } from '../limits/limiter';
import type { Logger } from '../observability/log';
import type { CallRecorder, EndedCall } from '../observability/record';
import type { GuardedCall, PrivacyPolicy } from '../privacy/policy';
import type { Switches } from '../switches';
import type { InventoryView, PreparedCall, Progress, Tool, ToolResult } from './tool';

/**
 * What one call gave. `unknown_tool` and `refused` are errors of the protocol, `failed` a result with
 * isError.
 */
export type ToolAnswer =
  | { readonly kind: 'result'; readonly result: ToolResult }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown_tool' };

/** Who asks and with whose eyes the answer is read; `release` ends what the call holds. */
export type CallerAccess = {
  readonly user?: string;
  /** Whose calls are counted together; absent: they are not limited. */
  readonly countedAs?: string;
  /** W3C trace context of the caller. */
  readonly traceparent?: string;
  readonly open: (onRead?: ReadObserver) => Promise<
    CountedReader & {
      readonly release: () => void;
      readonly remaining: () => number;
      readonly inventory?: InventoryView;
    }
  >;
};

export type RunnerParts = {
  readonly catalogue: readonly Tool[];
  readonly switches: Switches;
  readonly record: CallRecorder;
  readonly log: Logger;
  readonly clock: () => number;
  readonly limiter?: Limiter;
  readonly privacy: PrivacyPolicy;
};

/** What the client, and no model, says about the request, and how it is told of long work. */
export type ClientSide = { readonly meta?: unknown; readonly progress?: Progress };

export type ToolRunner = (
  name: string,
  args: unknown,
  access: CallerAccess,
  client?: ClientSide,
) => Promise<ToolAnswer>;

/** What the caller is told, and what is recorded of it. */
type Answered = { readonly answer: ToolAnswer; readonly ended: EndedCall };

/** Who hears of a call while it runs. */
type Listeners = { readonly onRead?: ReadObserver; readonly progress?: Progress };

const SWITCHED_OFF = say(
  'The administrator has switched virtual machine search and diagnosis off for this cluster.',
);

const FAILED = say(
  'The answer could not be worked out because of a mistake in this server; report it.',
);

/** Runs tools: lets the call in, checks the switch, opens the caller's reader, records what it was. */
export const toolRunner = (parts: RunnerParts): ToolRunner => {
  const { switches, record, log, clock, limiter, privacy } = parts;
  const tools = new Map(parts.catalogue.map((tool) => [tool.name, tool]));

  const execute = async (
    call: PreparedCall,
    access: CallerAccess,
    guarded: GuardedCall,
    { onRead, progress }: Listeners,
  ) => {
    if (!(await switches.isEnabled())) {
      return { result: guarded.told(call.unavailable(SWITCHED_OFF, clock())), reads: 0 };
    }
    const opened = await access.open(onRead);
    const { reader, dryRun, reads, release, remaining, inventory } = opened;
    try {
      const now = clock();
      const context = guarded.watch({
        reader,
        inventory: inventory ?? { source: reader, admit: (search) => search() },
        dryRun,
        now,
        remaining,
        progress,
      });
      return { result: guarded.told(await call.run(context)), reads: reads() };
    } finally {
      release();
    }
  };

  const failure = (name: string, target: string, error: unknown): Answered => {
    log.error(
      { tool: name, error: error instanceof Error ? error.name : 'unknown' },
      'tool failed',
    );
    const text = error instanceof SetupError ? error.message : english(FAILED);
    return { answer: { kind: 'failed', text }, ended: { target, outcome: 'failed' } };
  };

  const answered = async (
    name: string,
    guarded: GuardedCall,
    access: CallerAccess,
    listeners: Listeners,
  ): Promise<Answered> => {
    const tool = tools.get(name);
    if (tool === undefined) {
      return { answer: { kind: 'unknown_tool' }, ended: { outcome: 'unknown_tool' } };
    }
    const call = tool.prepare(guarded.args);
    if ('problem' in call) {
      const answer = { kind: 'failed', text: call.problem } as const;
      return { answer, ended: { outcome: 'invalid_arguments' } };
    }
    const { target } = call;
    try {
      const { result, reads } = await execute(call, access, guarded, listeners);
      return { answer: { kind: 'result', result }, ended: { ...result, target, reads } };
    } catch (error) {
      return failure(name, target, error);
    }
  };

  return async (name, args, access, { meta, progress } = {}) => {
    const { user, countedAs } = access;
    // MCP carries it in the message where it is not in the headers.
    const traceparent = access.traceparent ?? textAt(meta, 'traceparent');
    const tool = tools.has(name) ? name : 'unknown';
    const recording = record({ tool, args, user, traceparent });
    const admission = countedAs === undefined ? undefined : await limiter?.enter(countedAs);
    if (admission !== undefined && 'refusal' in admission) {
      recording.end({ outcome: admission.refusal.reason });
      return { kind: 'refused', refusal: admission.refusal };
    }
    try {
      const { onRead } = recording;
      const guarded = privacy(args, meta);
      const { answer, ended } = await answered(name, guarded, access, { onRead, progress });
      recording.end(ended);
      return answer;
    } finally {
      admission?.release();
    }
  };
};
