import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap close to what is held: V8 lets it grow to several times that before it collects,
 * which is quick and, for a cache, most of the memory of the process. A search leaves a megabyte of
 * garbage at most, so a young generation of that size costs no speed that can be measured. Both
 * flags count from the next collection on.
 */
export const holdHeapDown = (): void => {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=25');
};
