import { learnLong } from './sentence/further';
import { readLong } from './sentence/long';
import { toldRules } from './sentence/told-rules';

/** Sentences may tell before they ask, and have paths and commands in them, from now on. */
export const teachLong = (): void => learnLong({ read: readLong, told: toldRules });
