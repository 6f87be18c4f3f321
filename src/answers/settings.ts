import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { flagAt, isRecord, SECOND } from '@cnv-ai/engine/kubernetes';
import { httpFailure } from './http-failure';

/** The administrator's switches. */
export type Settings = {
  /** Off: nothing is told to a model. */
  readonly ai: boolean;
  /** Off: the plugin shows nothing at all. */
  readonly enabled: boolean;
  /** On: a model is told aliases in place of names. */
  readonly aliases: boolean;
};

const PATH = '/api/plugins/cnv-ai-plugin/settings.json';
const READ_TIME = 10 * SECOND;

/** A change takes effect within a minute; the rest is for the request. */
export const SETTINGS_PERIOD = 45 * SECOND;

/** What holds until the file was read, and where there is none. */
const DEFAULTS: Settings = { ai: true, enabled: true, aliases: false };

/** `known` is false until the first attempt to read them is over. */
export type KnownSettings = Settings & { readonly known: boolean };

/** What the pages ask a model holds names, so that with aliases they ask none. */
const settingsOf = (value: unknown): Settings | undefined => {
  if (!isRecord(value)) return undefined;
  const aliases = flagAt(value, 'aliases') ?? false;
  const ai = (flagAt(value, 'ai') ?? true) && !aliases;
  return { ai, enabled: flagAt(value, 'enabled') ?? true, aliases };
};

/** The switches now; `undefined` when they could not be read. A missing file means both are on. */
const readSettings = async (): Promise<Settings | undefined> => {
  try {
    const response = await consoleFetch(PATH, {
      cache: 'no-store',
      signal: AbortSignal.timeout(READ_TIME),
    });
    return settingsOf(await response.json());
  } catch (error) {
    return httpFailure(error).code === 404 ? DEFAULTS : undefined;
  }
};

/** Whether the product is switched off at this moment, however long ago the switches were read. */
export const isSwitchedOff = async (): Promise<boolean> =>
  (await readSettings())?.enabled === false;

export type SettingsStore = {
  /** The last switches that could be read. */
  readonly get: () => KnownSettings;
  /** Follows the switches while someone listens and the tab is visible. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** One store for the page: the first listener starts it, the last one to leave stops it. */
export const createSettingsStore = (): SettingsStore => {
  let current: KnownSettings = { ...DEFAULTS, known: false };
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;

  const read = async (): Promise<void> => {
    const { ai, enabled, aliases } = (await readSettings()) ?? current;
    const same = ai === current.ai && enabled === current.enabled && aliases === current.aliases;
    if (current.known && same) return;
    current = { ai, enabled, aliases, known: true };
    for (const listener of listeners) listener();
  };
  const readIfVisible = (): void => {
    if (document.visibilityState === 'visible') void read();
  };
  const start = (): void => {
    void read();
    timer = setInterval(readIfVisible, SETTINGS_PERIOD);
    document.addEventListener('visibilitychange', readIfVisible);
  };
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', readIfVisible);
  };

  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) start();
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stop();
      };
    },
  };
};

export const settings = createSettingsStore();
