import { readFile } from 'node:fs/promises';
import { flagAt } from '@cnv-ai/engine/kubernetes';

/** How long a reading is used: a change is effective well within 60 s. */
const KEPT = 15_000;

/**
 * The administrator's switches, from the mounted settings.json. `ai: false` ends what talks to a
 * model; the sidecar never does, so only `enabled` matters here. A file that is absent or broken
 * keeps the last known state, at first: enabled.
 */
export const switches = (file: string | undefined, clock: () => number = Date.now) => {
  let enabled = true;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading = Promise.resolve();

  const refresh = async (path: string): Promise<void> => {
    try {
      const settings: unknown = JSON.parse(await readFile(path, 'utf8'));
      enabled = flagAt(settings, 'enabled') ?? true;
    } catch {
      // A ConfigMap is replaced by renaming: the next reading finds it again.
    }
  };

  return {
    isEnabled: async (): Promise<boolean> => {
      if (file !== undefined && clock() - readAt >= KEPT) {
        readAt = clock();
        reading = refresh(file);
      }
      await reading;
      return enabled;
    },
  };
};

export type Switches = ReturnType<typeof switches>;
