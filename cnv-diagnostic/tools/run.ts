import { english, say } from '@cnv-ai/engine/messages';
import { SetupError } from '../kubernetes/cluster';
import type { CountedReader } from '../kubernetes/api-server';
import type { AuditEntry } from '../observability/audit';
import type { Logger } from '../observability/log';
import type { Metrics } from '../observability/metrics';
import type { Switches } from '../switches';
import type { InventoryView, PreparedCall, Tool, ToolResult } from './tool';

/** What one call gave. `unknown_tool` is the protocol's error, `failed` a result with isError. */
export type ToolAnswer =
  | { readonly kind: 'result'; readonly result: ToolResult }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'unknown_tool' };

/** Who asks and with whose eyes the answer is read; `release` ends what the call holds. */
export type CallerAccess = {
  readonly user?: string;
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
};

export type ToolRunner = (name: string, args: unknown, access: CallerAccess) => Promise<ToolAnswer>;

const SWITCHED_OFF = say(
  'The administrator has switched virtual machine search and diagnosis off for this cluster.',
);

const FAILED = say(
  'The answer could not be worked out because of a mistake in this server; report it.',
);

/** Runs tools: checks the switch, opens the caller's reader, leaves one audit line a call. */
export const toolRunner = (parts: RunnerParts): ToolRunner => {
  const { switches, metrics, log, audit, clock } = parts;
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

  return async (name, args, access) => {
    const started = performance.now();
    const done = (
      target: string,
      result: Pick<ToolResult, 'outcome' | 'rootCauseIds'>,
      reads: number,
    ) => {
      const durationMs = Math.round(performance.now() - started);
      const tool = tools.has(name) ? name : 'unknown';
      metrics.toolCall(tool, result.outcome, durationMs, reads);
      audit({
        ...(access.user === undefined ? {} : { user: access.user }),
        tool,
        target,
        outcome: result.outcome,
        rootCauseIds: result.rootCauseIds ?? [],
        durationMs,
        reads,
      });
    };
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
};
