import { addWords } from './lexicon';
import { rareWords } from './lexicon/rare';
import { assigned } from './sentence/assigned';
import { learnPasted } from './sentence/further';
import { unwrapped } from './sentence/unwrapped';

/** Sentences may have seldom words in them, and what was copied from elsewhere, from now on. */
export const teachRare = (): void => {
  addWords('rare', rareWords);
  learnPasted({ unwrap: unwrapped, assign: assigned });
};
