import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entrypointOf, ROOT, stages } from './containerfile';

const IMAGES = ['plugin', 'sidecar'];

const of = (stage: string, wanted: string): string[] =>
  (stages().get(stage) ?? []).filter(({ name }) => name === wanted).map(({ rest }) => rest);

it('the images are built in one stage and hold what it made', () => {
  expect([...stages().keys()]).toEqual(['build', ...IMAGES]);
  for (const image of IMAGES) {
    expect(of(image, 'COPY').every((line) => line.startsWith('--from=build '))).toBe(true);
    expect([of(image, 'RUN'), of(image, 'ADD')]).toEqual([[], []]);
  }
});

it.each(IMAGES)('the image of the %s is of UBI, and runs as a user who is not root', (image) => {
  expect(of(image, 'FROM')).toEqual([expect.stringMatching(/^\$\{UBI\}\//)]);
  expect(
    of(image, 'USER')
      .map(Number)
      .every((id) => id > 0),
  ).toBe(true);
  expect(of(image, 'USER')).toHaveLength(1);
  expect(entrypointOf(image).length).toBeGreaterThan(0);
});

it('what is not needed does not get into the build', () => {
  expect(existsSync(join(ROOT, '.containerignore'))).toBe(true);
});
