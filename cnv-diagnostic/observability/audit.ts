import type { LogLevel, Logger } from './log';
import type { Suspect } from './suspicion';

/** What one tool call was. No argument text, no payload. */
export type AuditEntry = {
  /** As the API server names the caller; absent where it has no SelfSubjectReview. */
  readonly user?: string;
  readonly tool: string;
  readonly target: string;
  readonly outcome: string;
  readonly rootCauseIds: readonly string[];
  readonly durationMs: number;
  readonly reads: number;
  /** Present when words look like an attempt to steer a model: whose they were. */
  readonly suspected?: readonly Suspect[];
};

/** Writes one line a call, whatever the log level, unless logging is off altogether. */
export const auditor = (log: Logger): ((entry: AuditEntry) => void) => {
  const level: LogLevel = log.level === 'silent' ? 'silent' : 'info';
  const lines = log.child({ audit: true }, { level });
  return ({ user, ...entry }) => lines.info({ user: user ?? 'unknown', ...entry }, 'tool call');
};
