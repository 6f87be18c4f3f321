/** Long enough for a habit to show, short enough for an alert to help. */
const STRETCH = 5 * 60_000;
const MOST_CALLERS = 10_000;

/** How many calls the busiest user made within about five minutes; who that is tells the audit line. */
export const callVolume = (clock: () => number) => {
  let current = new Map<string, number>();
  let previous = new Map<string, number>();
  let index = 0;

  const turn = (): void => {
    const now = Math.floor(clock() / STRETCH);
    if (now === index) return;
    previous = now === index + 1 ? current : new Map<string, number>();
    current = new Map();
    index = now;
  };

  return {
    count: (user: string): void => {
      turn();
      if (!current.has(user) && current.size >= MOST_CALLERS) return;
      current.set(user, (current.get(user) ?? 0) + 1);
    },
    busiest: (): number => {
      turn();
      return Math.max(0, ...current.values(), ...previous.values());
    },
  };
};
