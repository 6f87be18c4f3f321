import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import { SetupError } from '../kubernetes/cluster';
import type { Logger } from '../observability/log';

export type TlsFiles = { readonly certFile: string; readonly keyFile: string };

/** The kubelet renews a mounted Secret within a minute or two; a look at two files costs nothing. */
const LOOK_EVERY = 5_000;

const pemOf = (file: string, what: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SetupError(
      `Cannot read ${file}, the ${what} for TLS; check the path and permissions.`,
    );
  }
};

/** The certificate and its key as they are now. Throws `SetupError` when they are of no use. */
export const tlsOptions = ({ certFile, keyFile }: TlsFiles) => {
  const options = {
    cert: pemOf(certFile, 'certificate'),
    key: pemOf(keyFile, 'key'),
    minVersion: 'TLSv1.2',
  } as const;
  try {
    createSecureContext(options);
  } catch {
    throw new SetupError(
      `${certFile} and ${keyFile} are no certificate and its key in PEM; renew them together.`,
    );
  }
  return options;
};

/**
 * Serves new connections with the certificate in the files whenever it changes. One that does not
 * fit its key, as in the middle of a change, is passed over. Answers how to stop.
 */
export const followCertificate = (
  server: Server,
  files: TlsFiles,
  log: Logger,
  interval = LOOK_EVERY,
): (() => void) => {
  const renew = (): void => {
    try {
      server.setSecureContext(tlsOptions(files));
      log.info('certificate renewed');
    } catch {
      log.warn('certificate not renewed: what is in the files does not fit together');
    }
  };
  const both = [files.certFile, files.keyFile];
  for (const file of both) watchFile(file, { interval, persistent: false }, renew);
  return () => both.forEach((file) => unwatchFile(file, renew));
};
