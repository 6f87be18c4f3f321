import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export type Difference = {
  /** What is told, without the name of the picture. */
  readonly reason: string;
  /** The reviewed picture, pale, with what differs in red; absent when the sizes differ. */
  readonly picture?: Buffer;
};

/** How far the colour of a pixel may be off; 1 is black instead of white. Softened edges may be anything. */
const COLOUR = 0.1;
/** Pixels are counted in every square of this side: a lost icon is as bad on a large page as on a small one. */
const SQUARE = 24;
/** The pixels of a square that may be off. */
const MOST = 12;

/** What sets two PNG files apart; `undefined` when a reviewer would call them the same. */
export const difference = (before: Buffer, after: Buffer): Difference | undefined => {
  if (before.equals(after)) return undefined;
  const [reviewed, found] = [PNG.sync.read(before), PNG.sync.read(after)];
  const { width, height } = reviewed;
  if (width !== found.width || height !== found.height) {
    const sizes = `${found.width} × ${found.height} pixels instead of ${width} × ${height}`;
    return { reason: `is ${sizes}` };
  }
  const marked = new PNG({ width, height });
  const differing = pixelmatch(reviewed.data, found.data, marked.data, width, height, {
    threshold: COLOUR,
    windowSize: SQUARE,
  });
  if (differing <= MOST) return undefined;
  const reason = `${differing} pixels of a square of ${SQUARE} × ${SQUARE} differ`;
  return { reason, picture: PNG.sync.write(marked) };
};
