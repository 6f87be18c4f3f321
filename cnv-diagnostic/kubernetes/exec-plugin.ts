import { execFile } from 'node:child_process';
import { isAbsolute, resolve } from 'node:path';
import { listAt, parseTime, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { SetupError, type Credentials } from './cluster';

const ANSWER_LIMIT = 1024 * 1024;
const PATIENCE = 60_000;

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((done, fail) => {
    execFile(
      command,
      [...args],
      { env, timeout: PATIENCE, maxBuffer: ANSWER_LIMIT },
      (error, stdout) => {
        // The plugin's own words may hold a credential: they are not repeated.
        if (error === null) done(stdout);
        else
          fail(
            new SetupError(
              `The credential plugin ${command} of the kubeconfig failed; run it by hand to see why.`,
            ),
          );
      },
    );
  });

const statusOf = (answer: string, command: string): Readonly<Record<string, unknown>> => {
  try {
    return recordAt(JSON.parse(answer), 'status');
  } catch {
    throw new SetupError(`The credential plugin ${command} did not answer an ExecCredential.`);
  }
};

/** `expires`: milliseconds since the epoch; absent: they last as long as this process. */
export type ExpiringCredentials = Credentials & { readonly expires?: number };

/**
 * Credentials from a client-go credential plugin: no shell, no terminal. A command with a slash is
 * relative to the kubeconfig, any other is looked up in PATH.
 */
export const execCredentials = async (
  exec: Readonly<Record<string, unknown>>,
  folder: string,
): Promise<ExpiringCredentials> => {
  const named = textAt(exec, 'command') ?? '';
  const command = named.includes('/') && !isAbsolute(named) ? resolve(folder, named) : named;
  if (textAt(exec, 'interactiveMode') === 'Always') {
    throw new SetupError(
      `The credential plugin ${command} needs a terminal, which is not supported; use a token instead.`,
    );
  }
  const variables = listAt(exec, 'env').map((entry): [string, string] => [
    textAt(entry, 'name') ?? '',
    textAt(entry, 'value') ?? '',
  ]);
  const info = {
    apiVersion: textAt(exec, 'apiVersion') ?? 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    spec: { interactive: false },
  };
  const args = listAt(exec, 'args').filter((value) => typeof value === 'string');
  const status = statusOf(
    await run(command, args, {
      ...process.env,
      ...Object.fromEntries(variables),
      KUBERNETES_EXEC_INFO: JSON.stringify(info),
    }),
    command,
  );
  const token = textAt(status, 'token');
  const certificate = textAt(status, 'clientCertificateData');
  const key = textAt(status, 'clientKeyData');
  const expires = parseTime(textAt(status, 'expirationTimestamp'));
  if (token === undefined && certificate === undefined) {
    throw new SetupError(
      `The credential plugin ${command} gave neither a token nor a certificate.`,
    );
  }
  return {
    ...(token === undefined ? {} : { token }),
    ...(certificate === undefined ? {} : { certificate }),
    ...(key === undefined ? {} : { key }),
    ...(expires === undefined ? {} : { expires }),
  };
};
