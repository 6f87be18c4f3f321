import { randomUUID } from 'node:crypto';
import { Problem } from './http';

export type Verdict = 'approved' | 'rejected' | 'timeout';

type Pending = { user: string; decided: boolean; settle: (verdict: Verdict) => void };

/** Tool calls that wait for their user. */
export class Approvals {
  private readonly pending = new Map<string, Pending>();

  /** Opens a request; `verdict` settles with the decision, at the deadline, or on abort. */
  request(
    user: string,
    timeoutMs: number,
    signal: AbortSignal,
  ): { id: string; verdict: Promise<Verdict> } {
    const id = randomUUID();
    const verdict = new Promise<Verdict>((resolve) => {
      const timer = setTimeout(() => {
        settle('timeout');
      }, timeoutMs);
      const onAbort = (): void => {
        settle('timeout');
      };
      const settle = (outcome: Verdict): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        resolve(outcome);
      };
      this.pending.set(id, { user, decided: false, settle });
      signal.addEventListener('abort', onAbort);
      if (signal.aborted) onAbort();
    });
    return { id, verdict: verdict.finally(() => this.pending.delete(id)) };
  }

  /** 404 for an unknown request, another user's and a finished one; 409 for one just decided. */
  decide(user: string, id: string, approved: boolean): void {
    const found = this.pending.get(id);
    if (found?.user !== user) {
      const cause = `No pending approval for approval_id ${id}`;
      throw new Problem(404, { response: 'Approval request not found', cause });
    }
    if (found.decided) {
      const cause = `Approval ${id} was already resolved`;
      throw new Problem(409, { response: 'Approval request already resolved', cause });
    }
    found.decided = true;
    found.settle(approved ? 'approved' : 'rejected');
  }
}
