import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Identity } from './identity';
import type { ApiRequest } from './request';
import type { ServedResource } from './resources';
import type { Store } from './store';
import type { DevelopmentUser } from './users';

/** What the whole server shares. */
export type ServerContext = {
  readonly store: Store;
  readonly now: () => number;
  readonly users: readonly DevelopmentUser[];
  /** Container logs by `namespace/pod/container`. */
  readonly logs: Readonly<Record<string, string>>;
  readonly bookmarkMs: number;
};

/** One request for a served kind, after authentication and authorization. */
export type ResourceCall = {
  readonly server: ServerContext;
  readonly request: ApiRequest;
  readonly identity: Identity;
  readonly resource: ServedResource;
};

export type Answer = {
  readonly code: number;
  readonly body: KubeObject | string;
  readonly contentType?: string;
};

export const answer = (body: KubeObject | string, code = 200): Answer => ({ code, body });
