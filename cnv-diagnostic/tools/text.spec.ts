import { fitted } from './text';

const bytes = (text: string): number => Buffer.byteLength(text);

it.each(['', 'short', 'two\nlines'])('text that fits is left alone: %j', (text) => {
  expect(fitted(text, 100)).toBe(text);
});

it('longer text ends at a line, and says how much is missing', () => {
  const text = Array.from({ length: 50 }, (_, index) => `line ${index}`).join('\n');
  const cut = fitted(text, 200);
  const lines = cut.split('\n');
  expect(bytes(cut)).toBeLessThanOrEqual(200);
  expect(lines[0]).toBe('line 0');
  expect(lines.at(-1)).toBe(
    `(${50 - (lines.length - 1)} more lines left out; ask a narrower question to see them)`,
  );
});

it.each(['x'.repeat(500), 'é'.repeat(500), '😀'.repeat(500)])(
  'one endless line is cut between characters',
  (text) => {
    const cut = fitted(text, 200);
    expect(bytes(cut)).toBeLessThanOrEqual(200);
    expect(cut).not.toContain('\uFFFD');
  },
);
