/** Milliseconds since the epoch of an RFC 3339 time, or `undefined`. */
export const parseTime = (value: unknown): number | undefined => {
  if (typeof value !== 'string') return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
};

/** RFC 3339 UTC to the second, as Kubernetes writes it. */
export const formatTime = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const STEPS: readonly (readonly [number, string])[] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'm'],
];

/** An age for people, in its largest unit: "3d", "5h", "12m", "40s". */
export const formatAge = (milliseconds: number): string => {
  const [size, unit] = STEPS.find(([step]) => milliseconds >= step) ?? [SECOND, 's'];
  return `${Math.max(0, Math.floor(milliseconds / size))}${unit}`;
};
