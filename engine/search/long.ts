import { learnLong } from './sentence/further';
import { readLong } from './sentence/long';

/** Sentences may tell before they ask, and have paths and commands in them, from now on. */
export const teachLong = (): void => learnLong(readLong);
