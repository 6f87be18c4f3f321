import { broken, foundPaused, full, itIsOverLater } from '../../testing/storage-pause';
import { ioErrorPaused } from './io-error-paused';

describe('io-error-paused', () => {
  it.each([
    ['the last event says full', [full(1), broken(9)], 0],
    ['the last event says an error', [broken(1), full(9)], 1],
    ['no event says which', [], 1],
    ['the event is of an earlier boot', [full(90)], 1],
  ])('%s', (_, events, count) => {
    expect(foundPaused(ioErrorPaused, { events })).toHaveLength(count);
  });

  itIsOverLater(ioErrorPaused, [broken(2)]);

  it('is less certain when no event says so', () => {
    expect(foundPaused(ioErrorPaused, { events: [] })[0]?.confidence).toBe('likely');
    expect(foundPaused(ioErrorPaused, { events: [broken(2)] })[0]?.confidence).toBe('certain');
  });
});
