import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { difference } from './compare';

type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const cut = ({ x, y, width, height }: Area, from: PNG): PNG => {
  const to = new PNG({ width, height });
  PNG.bitblt(from, to, x, y, width, height, 0, 0);
  return to;
};

const page = PNG.sync.read(readFileSync(join(__dirname, 'baselines/search-results.png')));

/** From the name to the status of the first row: a whole page takes Jest a minute. */
const reviewed = PNG.sync.write(cut({ x: 100, y: 460, width: 340, height: 32 }, page));

/** The name of the machine. */
const NAME: Area = { x: 12, y: 4, width: 88, height: 24 };
/** The icon of its status. */
const ICON: Area = { x: 312, y: 6, width: 20, height: 20 };

/** The row with an area of it made anew from what was there. */
const changed = (area: Area, make: (from: PNG, to: PNG) => void): Buffer => {
  const { x, y, width, height } = area;
  const picture = PNG.sync.read(reviewed);
  const [from, to] = [cut(area, picture), new PNG({ width, height })];
  to.data.fill(255);
  make(from, to);
  PNG.bitblt(to, picture, 0, 0, width, height, x, y);
  return PNG.sync.write(picture);
};

const moved = (area: Area, right: number, down: number): Buffer =>
  changed(area, (from, to) =>
    PNG.bitblt(from, to, 0, 0, area.width - right, area.height - down, right, down),
  );

const recoloured = (area: Area, change: (value: number, channel: number) => number): Buffer =>
  changed(area, (from, to) =>
    from.data.forEach((value, index) => {
      to.data[index] = index % 4 === 3 ? value : change(value, index % 4);
    }),
  );

describe('two screenshots', () => {
  it.each([
    ['the same bytes', () => reviewed],
    [
      'the same pixels, packed otherwise',
      () => PNG.sync.write(PNG.sync.read(reviewed), { deflateLevel: 1 }),
    ],
    [
      'text whose edges are a little darker',
      () => recoloured(NAME, (value) => Math.max(0, value - 6)),
    ],
    [
      'text whose edges are a little lighter',
      () => recoloured(NAME, (value) => Math.min(255, value + 6)),
    ],
  ])('are the same to a reviewer: %s', (_case, make) => {
    expect(difference(reviewed, make())?.reason).toBeUndefined();
  });

  it.each([
    ['text one pixel to the right', () => moved(NAME, 1, 0)],
    ['text two pixels lower', () => moved(NAME, 0, 2)],
    ['text that is missing', () => changed(NAME, () => undefined)],
    ['an icon that is missing', () => changed(ICON, () => undefined)],
    [
      'text in another colour',
      () => recoloured(NAME, (value, channel) => (channel === 0 ? 255 : value)),
    ],
  ])('differ: %s', (_case, make) => {
    expect(difference(reviewed, make())?.reason).toMatch(/^\d+ pixels of a square/);
  });

  it('differ in size, which leaves nothing to draw', () => {
    const { width, height } = PNG.sync.read(reviewed);
    const longer = PNG.sync.write(new PNG({ width, height: height + 1 }));
    expect(difference(reviewed, longer)).toEqual({
      reason: `is ${width} × ${height + 1} pixels instead of ${width} × ${height}`,
    });
  });

  it('are drawn over one another with what differs in red', () => {
    const { picture = Buffer.of() } =
      difference(
        reviewed,
        changed(NAME, () => undefined),
      ) ?? {};
    const { data } = PNG.sync.read(picture);
    let red = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 0) red += 1;
    }
    expect(red).toBeGreaterThan(100);
  });
});
