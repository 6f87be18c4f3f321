import { escapeUnsafe } from '@cnv-ai/engine/redaction';

/** Where a command writes. `colour`: a terminal, and NO_COLOR is not set. */
export type Terminal = {
  out(text: string): void;
  err(text: string): void;
  readonly colour: boolean;
  readonly env: NodeJS.ProcessEnv;
};

export const WIDTH = 80;

const CODES = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const;
export type Paint = (style: keyof typeof CODES, text: string) => string;

export const paintFor = ({ colour }: Pick<Terminal, 'colour'>): Paint =>
  colour ? (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m` : (_style, text) => text;

/** Text out of a cluster, safe to show: no escape sequence reaches the terminal. */
export const safe = (text: string): string => escapeUnsafe(text);

/** Breaks text at spaces to the width; a longer word stays whole, so that it can be copied. */
export const wrap = (text: string, indent = '', first = indent): string => {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of safe(text).split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
};

/** Columns as wide as their widest cell. The last one is not padded. */
export const table = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string[] => {
  const cells = [header, ...rows].map((row) => row.map(safe));
  const widths = header.map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  return cells.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};
