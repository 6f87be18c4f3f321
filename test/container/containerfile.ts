import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** An instruction of the Containerfile: `USER 1001`. */
export type Instruction = { readonly name: string; readonly rest: string };

const textOf = (): string => readFileSync(join(ROOT, 'Containerfile'), 'utf8');

/** The instructions of each stage by its name; what stands before the first one is left out. */
export const stages = (): ReadonlyMap<string, readonly Instruction[]> => {
  const found = new Map<string, Instruction[]>();
  let current: Instruction[] | undefined;
  for (const line of textOf().split('\n')) {
    const [, name = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line.trim()) ?? [];
    const [, stage] = /^\S+ AS (\S+)$/.exec(name === 'FROM' ? rest : '') ?? [];
    if (stage !== undefined) found.set(stage, (current = []));
    if (name !== '') current?.push({ name, rest });
  }
  return found;
};

/** What the image runs, without arguments of the pod. */
export const entrypointOf = (stage: string): string[] => {
  const entry = stages()
    .get(stage)
    ?.find(({ name }) => name === 'ENTRYPOINT');
  const words: unknown = JSON.parse(entry?.rest ?? '[]');
  return Array.isArray(words) ? words.map(String) : [];
};
