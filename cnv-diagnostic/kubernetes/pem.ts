import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { SetupError } from './cluster';

/** The text of a `<name>-data` field (base64) or of the file the `<name>` field names. */
export const pemAt = (
  { value, folder }: { value: unknown; folder: string },
  name: string,
): string | undefined => {
  const data = textAt(value, `${name}-data`);
  if (data !== undefined && data !== '') return Buffer.from(data, 'base64').toString('utf8');
  const file = textAt(value, name);
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch {
    throw new SetupError(`Cannot read ${file}, which the kubeconfig names as ${name}.`);
  }
};
