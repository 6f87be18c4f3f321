import { say, type Message } from '../messages';

/** All values of `spec.runStrategy`. */
export const STRATEGIES: Readonly<Record<string, Message>> = {
  Always: say('KubeVirt keeps it running: whenever its instance ends, it is started again.'),
  Halted: say('It is kept off until somebody starts it.'),
  Manual: say('It starts and stops only when somebody asks for it.'),
  Once: say('It runs once, and is not started again when it ends.'),
  RerunOnFailure: say(
    'It is started again when its instance fails, and stays off after a shutdown from inside.',
  ),
  WaitAsReceiver: say('It does not boot, but takes over a guest that migrates from elsewhere.'),
};

/** What a run strategy makes KubeVirt do; `undefined` for one it does not know. */
export const strategyMeaning = (strategy: string): Message | undefined =>
  Object.hasOwn(STRATEGIES, strategy) ? STRATEGIES[strategy] : undefined;
