import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isRecord, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { SetupError, type Credentials, type OwnIdentity } from './cluster';
import { execCredentials, type ExpiringCredentials } from './exec-plugin';
import { pemAt } from './pem';

type Json = Readonly<Record<string, unknown>>;
type User = { readonly value: unknown; readonly folder: string };

const tokenOfFile = async (file: string): Promise<string> => {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new SetupError(`Cannot read the token file ${file}; check the path and its permissions.`);
  }
};

/** A service account's token is renewed in place, so the file is read at every use. */
export const fileIdentity = (name: string, file: string): OwnIdentity => ({
  name,
  resolve: async () => ({ token: await tokenOfFile(file) }),
});

const unsupported = (user: unknown): string | undefined => {
  if (isRecord(recordAt(user)['auth-provider'])) return 'auth-provider';
  if (textAt(user, 'username') ?? textAt(user, 'password')) return 'a user name and password';
  return undefined;
};

/** Runs the plugin again when what it gave has expired, and not before. */
const execIdentity = (name: string, exec: Json, folder: string): OwnIdentity => {
  let held: ExpiringCredentials | undefined;
  return {
    name,
    resolve: async () => {
      if (held === undefined || (held.expires !== undefined && held.expires <= Date.now())) {
        held = await execCredentials(exec, folder);
      }
      return held;
    },
  };
};

/** The identity a kubeconfig's user entry describes. Nothing is read before it is needed. */
export const identityOf = (user: User, name: string): OwnIdentity => {
  const exec = recordAt(user.value, 'exec');
  if (textAt(exec, 'command') !== undefined) return execIdentity(name, exec, user.folder);
  return {
    name,
    resolve: async (): Promise<Credentials> => {
      const odd = unsupported(user.value);
      if (odd !== undefined) {
        throw new SetupError(
          `The kubeconfig's user "${name}" logs in with ${odd}, which is not supported; use a token, a certificate or exec.`,
        );
      }
      const file = textAt(user.value, 'tokenFile');
      const token = file
        ? await tokenOfFile(resolve(user.folder, file))
        : textAt(user.value, 'token');
      const certificate = pemAt(user, 'client-certificate');
      const key = pemAt(user, 'client-key');
      return {
        ...(token ? { token } : {}),
        ...(certificate === undefined ? {} : { certificate }),
        ...(key === undefined ? {} : { key }),
      };
    },
  };
};
