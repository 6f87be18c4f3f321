import { languages, lexiconFor, teach } from './lexicon';
import { german } from './lexicon/de';
import { spanish } from './lexicon/es';
import { french } from './lexicon/fr';
import { japanese } from './lexicon/ja';
import { korean } from './lexicon/ko';
import { chinese } from './lexicon/zh';
import type { Steps } from './slices';

/** Sentences may be in any of the languages there are from now on; before, in English. */
export const teachLanguages = (): void =>
  teach([spanish, french, german, japanese, korean, chinese]);

/** Makes every language ready before somebody writes in it, one in each step: a few hundredths of a second. */
export function* prepareLanguages(): Steps<void> {
  for (const language of languages()) {
    lexiconFor(language);
    yield;
  }
}
