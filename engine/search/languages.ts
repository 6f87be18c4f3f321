import { teach } from './lexicon';
import { german } from './lexicon/de';
import { spanish } from './lexicon/es';
import { french } from './lexicon/fr';
import { japanese } from './lexicon/ja';
import { korean } from './lexicon/ko';
import { chinese } from './lexicon/zh';

/** Sentences may be in any of the languages there are from now on; before, in English. */
export const teachLanguages = (): void =>
  teach([spanish, french, german, japanese, korean, chinese]);
