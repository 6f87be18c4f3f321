import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The fenced blocks of a page of docs/ in a language; commands have none. */
export const blocksIn = (page: string, language = ''): string[] =>
  [...readFileSync(join(ROOT, 'docs', page), 'utf8').matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(
    ([, of, text = '']) => (of === language ? [text] : []),
  );

/** The first block that has these words. */
export const commandWith = (page: string, words: string): string => {
  const found = blocksIn(page).find((text) => text.includes(words));
  if (found === undefined) throw new Error(`docs/${page} has no command with "${words}".`);
  return found;
};

/** A command within the text of a page. */
export const inlineCommand = (page: string, beginning: string): string => {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  const found = [...text.matchAll(/`([^`\n]+)`/g)].find(([, code]) => code?.startsWith(beginning));
  if (found?.[1] === undefined) throw new Error(`docs/${page} has no "${beginning}".`);
  return found[1];
};

export type Ran = { readonly status: number | null; readonly out: string; readonly err: string };

export type ShellParts = {
  readonly folder: string;
  readonly kubeconfig: string;
  readonly helm: string;
  readonly kubectl: string;
};

/**
 * A shell of an administrator with `helm` and `oc`. No pod runs on this cluster, so Helm does not
 * wait for its hooks; `oc` is kubectl, which it is for all that the pages use.
 */
export const shellOf = ({ folder, kubeconfig, helm, kubectl }: ShellParts) => {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const script = (name: string, lines: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${lines}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  script('oc', `exec ${kubectl} "$@"`);
  script(
    'helm',
    `case "$1" in install|upgrade|uninstall|rollback) exec ${helm} "$@" --no-hooks;; esac\nexec ${helm} "$@"`,
  );
  return (text: string, env: NodeJS.ProcessEnv = {}): Ran => {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--norc', '-euo', 'pipefail', '-c', text],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder, KUBECONFIG: kubeconfig, ...env },
      },
    );
    return { status, out: stdout, err: stderr };
  };
};
