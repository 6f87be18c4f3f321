import { english, say } from '@cnv-ai/engine/messages';
import { SetupError } from '../kubernetes/cluster';
import type { CountedReader } from '../kubernetes/api-server';
import type { Limiter, Refusal } from '../limits/limiter';
import type { AuditEntry } from '../observability/audit';
import type { Logger } from '../observability/log';
import type { Metrics } from '../observability/metrics';
import type { Switches } from '../switches';
import type { InventoryView, PreparedCall, Tool, ToolResult } from './tool';

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
  readonly open: () => Promise<
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
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly audit: (entry: AuditEntry) => void;
  readonly clock: () => number;
  readonly limiter?: Limiter;
};

export type ToolRunner = (name: string, args: unknown, access: CallerAccess) => Promise<ToolAnswer>;

/** Leaves the traces of one call. */
type Done = (
  target: string,
  result: Pick<ToolResult, 'outcome' | 'rootCauseIds'>,
  reads: number,
) => void;

const SWITCHED_OFF = say(
  'The administrator has switched virtual machine search and diagnosis off for this cluster.',
);

const FAILED = say(
  'The answer could not be worked out because of a mistake in this server; report it.',
);

/** Runs tools: checks the switch, opens the caller's reader, leaves one audit line a call. */
export const toolRunner = (parts: RunnerParts): ToolRunner => {
  const { switches, metrics, log, audit, clock, limiter } = parts;
  const tools = new Map(parts.catalogue.map((tool) => [tool.name, tool]));

  const execute = async (call: PreparedCall, access: CallerAccess) => {
    if (!(await switches.isEnabled())) {
      return { result: call.unavailable(SWITCHED_OFF, clock()), reads: 0 };
    }
    const { reader, dryRun, reads, release, remaining, inventory } = await access.open();
    try {
      const now = clock();
      const result = await call.run({
        reader,
        inventory: inventory ?? { source: reader, admit: (search) => search() },
        dryRun,
        now,
        remaining,
      });
      return { result, reads: reads() };
    } finally {
      release();
    }
  };

  const answer = async (
    name: string,
    args: unknown,
    access: CallerAccess,
    done: Done,
  ): Promise<ToolAnswer> => {
    const tool = tools.get(name);
    if (tool === undefined) {
      done('', { outcome: 'unknown_tool' }, 0);
      return { kind: 'unknown_tool' };
    }
    const call = tool.prepare(args);
    if ('problem' in call) {
      done('', { outcome: 'invalid_arguments' }, 0);
      return { kind: 'failed', text: call.problem };
    }
    try {
      const { result, reads } = await execute(call, access);
      done(call.target, result, reads);
      return { kind: 'result', result };
    } catch (error) {
      done(call.target, { outcome: 'failed' }, 0);
      log.error(
        { tool: name, error: error instanceof Error ? error.name : 'unknown' },
        'tool failed',
      );
      const text = error instanceof SetupError ? error.message : english(FAILED);
      return { kind: 'failed', text };
    }
  };

  return async (name, args, access) => {
    const started = performance.now();
    const done: Done = (target, { outcome, rootCauseIds = [] }, reads) => {
      const durationMs = Math.round(performance.now() - started);
      const tool = tools.has(name) ? name : 'unknown';
      metrics.toolCall(tool, outcome, durationMs, reads);
      const { user } = access;
      const who = user === undefined ? {} : { user };
      audit({ ...who, tool, target, outcome, rootCauseIds, durationMs, reads });
    };
    const { countedAs } = access;
    const admission = countedAs === undefined ? undefined : await limiter?.enter(countedAs);
    if (admission !== undefined && 'refusal' in admission) {
      done('', { outcome: admission.refusal.reason }, 0);
      return { kind: 'refused', refusal: admission.refusal };
    }
    try {
      return await answer(name, args, access, done);
    } finally {
      admission?.release();
    }
  };
};
