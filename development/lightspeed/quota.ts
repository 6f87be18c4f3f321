import { Problem } from './http';

/** Tokens per user. OLS answers an exhausted quota with HTTP 500, never with 429. */
export class Quota {
  private readonly spent = new Map<string, number>();

  constructor(private readonly limit: number | undefined) {}

  available(user: string): Readonly<Record<string, number>> {
    if (this.limit === undefined) return {};
    return { UserQuotaLimiter: this.limit - (this.spent.get(user) ?? 0) };
  }

  ensure(user: string, exceeded: boolean): void {
    const { UserQuotaLimiter: left = Infinity } = this.available(user);
    if (!exceeded && left > 0) return;
    throw new Problem(500, {
      response: 'The quota has been exceeded',
      cause: 'Quota limit reached',
    });
  }

  spend(user: string, tokens: number): void {
    this.spent.set(user, (this.spent.get(user) ?? 0) + tokens);
  }
}
