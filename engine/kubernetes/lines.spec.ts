import { linesOf } from './lines';

async function* stream(chunks: readonly string[]): AsyncGenerator<string> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

const read = async (chunks: readonly string[]): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of linesOf(stream(chunks))) lines.push(line);
  return lines;
};

it.each([1, 2, 3, 5, 1000])('lines come whole from pieces of %i characters', async (size) => {
  const text = 'first\n\nzweite Zeile: ä\n三行目\nnot ended';
  const count = Math.ceil(text.length / size);
  const chunks = Array.from({ length: count }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
  expect(await read(chunks)).toEqual(['first', '', 'zweite Zeile: ä', '三行目']);
});

it('a line without an end is not held for ever', async () => {
  const chunk = 'x'.repeat(1024 * 1024);
  await expect(read(Array.from({ length: 9 }, () => chunk))).rejects.toThrow('too long');
});
