/** What one tool call may cost a model, in UTF-8 bytes. */
export const TEXT_LIMIT = 8_000;

const size = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The text cut at a line's end to the limit, with a last line that says so. */
export const fitted = (text: string, limit = TEXT_LIMIT): string => {
  if (size(text) <= limit) return text;
  const lines = text.split('\n');
  const notice = (left: number): string =>
    `(${left} more lines left out; ask a narrower question to see them)`;
  const room = limit - size(notice(lines.length)) - 1;
  let used = 0;
  const kept = lines.findIndex((line) => (used += size(line) + 1) > room);
  if (kept > 0) return [...lines.slice(0, kept), notice(lines.length - kept)].join('\n');
  return `${Buffer.from(text)
    .subarray(0, room)
    .toString('utf8')
    .replace(/\uFFFD$/, '')}\n${notice(lines.length)}`;
};
