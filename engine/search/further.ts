import { addEnglish } from './lexicon';
import { englishFrames } from './lexicon/en-frames';
import { englishTalk } from './lexicon/en-talk';
import { englishWords } from './lexicon/en-words';
import { bareValueRule } from './sentence/bare-values';
import { learnFurther } from './sentence/further';
import { labelRule } from './sentence/labels';
import { labelValueRule, valueOfKey } from './sentence/label-values';
import { signatureRule, ticketRule } from './sentence/letters';
import { nameRangeRule } from './sentence/name-ranges';
import { namespaceLabelRule } from './sentence/namespace-labels';
import { sameRule } from './sentence/same';
import { inEnglishOrder } from './sentence/word-order';

/** Sentences may have names in them, be as people talk, or in another order, from now on. */
export const teachFurther = (): void => {
  addEnglish([...englishTalk, ...englishFrames], englishWords);
  learnFurther({
    ticket: ticketRule,
    signature: signatureRule,
    same: sameRule,
    namespaceLabel: namespaceLabelRule,
    label: labelRule,
    labelValue: labelValueRule,
    valueOfKey,
    bareValue: bareValueRule,
    nameRange: nameRangeRule,
    inEnglishOrder,
  });
};
