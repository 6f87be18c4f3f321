import type { ConsoleUser } from './sessions';

/** The administrator's switches, as the plugin reads them from its `settings.json`. */
export type Settings = { ai: boolean; enabled: boolean };

export type ConsoleOptions = {
  /** 0 takes a free one. Default: 9000. */
  port?: number;
  clusterUrl: string;
  users: readonly ConsoleUser[];
  /** Absent: Lightspeed is not installed. */
  lightspeedUrl?: string;
  /** `false`: the console's virtualization plugin is not installed. */
  virtualization?: boolean;
  /** Absent: the sidecar is not installed. */
  sidecarUrl?: string;
  plugins: readonly { name: string; directory: string }[];
  settings?: Settings;
  /** Where the bundle of the host's own pages is. */
  hostDirectory: string;
};

export type ConsoleHandle = {
  url: string;
  port: number;
  setSettings(settings: Settings): void;
  close(): Promise<void>;
};
