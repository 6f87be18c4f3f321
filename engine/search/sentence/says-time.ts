import { has, type Item } from './items';
import { isYear, spanAt } from './time-points';

export const isShortSpan = (item: Item): boolean => spanAt([item], 0) !== undefined;

/** Whether the item says when: a day, a month, how long. */
export const saysTime = (item: Item): boolean =>
  isYear(item) ||
  has(item, 'day', 'month', 'weekday', 'unit', 'clock', 'weekend', 'quarter', 'overnight') ||
  item.kind === 'date' ||
  item.kind === 'clock' ||
  isShortSpan(item);
