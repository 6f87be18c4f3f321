/** An API server refuses objects a fifth of this size. */
const LONGEST_LINE = 8 * 1024 * 1024;

/** The lines of a stream, the last one only when its end was sent. Throws on an endless line. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let pieces: string[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    const [first = '', ...rest] = chunk.split('\n');
    pieces.push(first);
    held += first.length;
    if (held > LONGEST_LINE) throw new Error('A line of the watch is too long.');
    for (const next of rest) {
      yield pieces.join('');
      pieces = [next];
      held = next.length;
    }
  }
}
