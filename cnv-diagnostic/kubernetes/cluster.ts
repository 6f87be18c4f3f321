import { cut, escapeUnsafe } from '@cnv-ai/engine/redaction';

/** One API server and how its certificate is trusted. */
export type Cluster = {
  /** Root URL; may carry a path when the API server stands behind a proxy. */
  readonly server: string;
  /** PEM. Absent: the system's authorities. */
  readonly ca?: string;
  readonly insecure?: boolean;
  /** Name expected in the certificate, where it is not the host of `server`. */
  readonly serverName?: string;
};

/** What proves an identity: a bearer token, a client certificate (PEM), or neither. */
export type Credentials = {
  readonly token?: string;
  readonly certificate?: string;
  readonly key?: string;
};

/** The identity a kubeconfig or a service account gives. `resolve` may read files or run a plugin. */
export type OwnIdentity = {
  readonly name: string;
  readonly resolve: () => Promise<Credentials>;
};

export type KubeTarget = {
  readonly cluster: Cluster;
  readonly identity: OwnIdentity;
  /** Namespace of the context, for a command line that names none. */
  readonly namespace?: string;
};

const LONGEST_MESSAGE = 200;

/**
 * A mistake the person at the keyboard can mend; its message is one sentence that says how. Names
 * in it come out of files: they cannot make it longer than 200 characters or move what is around it.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';

  constructor(message: string) {
    super(cut(escapeUnsafe(message), LONGEST_MESSAGE - 1));
  }
}

/** The cluster of a URL given on the command line or in code. */
export const clusterAt = (url: string): Cluster => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new SetupError(
      `"${url}" is no API server URL; give one such as https://api.example:6443.`,
    );
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new SetupError(
      'The API server URL carries a user name or password; use a token instead.',
    );
  }
  return { server: `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '') };
};
