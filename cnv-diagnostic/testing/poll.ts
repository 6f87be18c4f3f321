import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so; fails the test when it is not within the time. */
export const until = async (
  holds: () => boolean | Promise<boolean>,
  most = 5000,
): Promise<void> => {
  const end = Date.now() + most;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await pause(10);
  }
};
