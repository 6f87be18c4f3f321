import { linesOf } from './lines';

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

const read = async (chunks: readonly Uint8Array[]): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of linesOf(stream(chunks))) lines.push(line);
  return lines;
};

it.each([1, 2, 3, 5, 1000])('lines come whole from pieces of %i bytes', async (size) => {
  const bytes = Buffer.from('first\n\nzweite Zeile: ä\n三行目\nnot ended');
  const count = Math.ceil(bytes.length / size);
  const chunks = Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  expect(await read(chunks)).toEqual(['first', '', 'zweite Zeile: ä', '三行目']);
});

it('a line without an end is not held for ever', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  await expect(read(Array.from({ length: 9 }, () => chunk))).rejects.toThrow('too long');
});
