import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { launchBrowser } from '../e2e/browser';

/** How a machine draws. Pictures of two machines are compared only when their text is the same. */
export type Machine = {
  /** The browser's version, to be told only. */
  readonly browser: string;
  /** The SHA-256 of the pixels of a page of text. */
  readonly text: string;
};

const FONTS = join(
  import.meta.dirname,
  '../../node_modules/@patternfly/react-core/dist/styles/assets/fonts',
);

const FACES = [
  'RedHatText/RedHatTextVF',
  'RedHatDisplay/RedHatDisplayVF',
  'RedHatMono/RedHatMonoVF',
];

const face = (file: string, index: number): string => {
  const data = readFileSync(join(FONTS, `${file}.woff2`)).toString('base64');
  return `@font-face { font-family: face${index}; src: url(data:font/woff2;base64,${data}) }`;
};

const SAMPLE = 'The quick brown fox 0123456789 · ≥ – “jumps” over the lazy dog; /spec/volumes[0]';

/** Every face of the console in the sizes and weights it uses, and a rounded edge. */
const specimen = (): string => {
  const lines = FACES.flatMap((_, index) =>
    [12, 14, 16, 24].map(
      (size) =>
        `<p style="font: ${size}px face${index}">${SAMPLE}</p>` +
        `<p style="font: 600 ${size}px face${index}">${SAMPLE}</p>`,
    ),
  );
  return (
    `<style>${FACES.map(face).join('\n')}</style>${lines.join('')}` +
    '<p style="border: 1px solid; border-radius: 12px; width: 90px; padding: 3px">fox</p>'
  );
};

/** Draws the page of text with this machine's browser. */
export const thisMachine = async (): Promise<Machine> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.setContent(specimen());
    await page.evaluate(() => document.fonts.ready);
    const { data } = PNG.sync.read(await page.screenshot());
    const text = createHash('sha256').update(data).digest('hex');
    return { browser: browser.version(), text };
  } finally {
    await browser.close();
  }
};
