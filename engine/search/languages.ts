import { prepare, prepareEnglish, teach } from './lexicon';
import { german } from './lexicon/de';
import { spanish } from './lexicon/es';
import { french } from './lexicon/fr';
import { japanese } from './lexicon/ja';
import { korean } from './lexicon/ko';
import { chinese } from './lexicon/zh';
import type { Steps } from './slices';

const LANGUAGES = [spanish, french, german, japanese, korean, chinese];

/** Sentences may be in any of the languages there are from now on; before, in English. */
export const teachLanguages = (): void => teach(LANGUAGES);

/** Makes English and all other languages ready, so that the first sentence need not wait for it. */
export function* prepareLanguages(): Steps<void> {
  yield* prepareEnglish();
  for (const language of LANGUAGES) yield* prepare(language);
}
