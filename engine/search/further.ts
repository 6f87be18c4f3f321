import { addWords } from './lexicon';
import { englishAsides } from './lexicon/en-asides';
import { englishFrames } from './lexicon/en-frames';
import { englishFurther } from './lexicon/en-further';
import { englishRare } from './lexicon/en-rare';
import { englishTalk } from './lexicon/en-talk';
import { englishWords } from './lexicon/en-words';
import { approximateRule } from './sentence/approximate';
import { asideRule } from './sentence/asides';
import { askedOfRule } from './sentence/asked-of';
import { bareValueRule } from './sentence/bare-values';
import { compoundOf } from './sentence/compounds';
import { countStep } from './sentence/counts';
import { contradiction } from './sentence/contradictions';
import { learnFurther } from './sentence/further';
import { isExplained } from './sentence/explained';
import { groupStep } from './sentence/group-steps';
import { labelRule } from './sentence/labels';
import { keyedValue, labelValueRule } from './sentence/label-values';
import { hostStateRule } from './sentence/host-states';
import { leftRule, ticketRule } from './sentence/letters';
import { nameRangeRule } from './sentence/name-ranges';
import { namespaceLabelRule } from './sentence/namespace-labels';
import { inTextRule, nextPattern, patternRule } from './sentence/patterns';
import { pastedRule } from './sentence/pasted';
import { prepared } from './sentence/prepared';
import { runningOsRule } from './sentence/running-os';
import { orderStep } from './sentence/order-steps';
import { rankStep } from './sentence/superlatives';
import { sameRule } from './sentence/same';
import { seriesRule } from './sentence/series';
import { togetherRule } from './sentence/together';
import { twoLimitsRule } from './sentence/two-limits';
import { dayRange, withNext } from './sentence/time-ranges';
import { troubleRule } from './sentence/troubles';
import { undoneRule } from './sentence/undone';
import { versionLimitRule } from './sentence/version-limits';
import { versionRule } from './sentence/version-rule';

/** What reads long sentences, and what few sentences have in them: parts of their own beside these. */
export const learnMore = async (): Promise<void> => {
  const [{ teachLong }, { teachRare }] = await Promise.all([import('./long'), import('./rare')]);
  teachLong();
  teachRare();
};

/** Sentences may have names in them, be as people talk, or in another order, from now on. */
export const teachFurther = (): void => {
  const entries = [englishRare, englishTalk, englishFrames, englishAsides, englishFurther].flat();
  addWords('further', { en: { entries, ordinary: englishWords } });
  learnFurther({
    ticket: ticketRule,
    left: leftRule,
    same: sameRule,
    namespaceLabel: namespaceLabelRule,
    label: labelRule,
    labelValue: labelValueRule,
    keyedValue,
    bareValue: bareValueRule,
    nameRange: nameRangeRule,
    inText: inTextRule,
    pattern: patternRule,
    nextPattern,
    askedOf: askedOfRule,
    series: seriesRule,
    aside: asideRule,
    pasted: pastedRule,
    twoLimits: twoLimitsRule,
    trouble: troubleRule,
    together: togetherRule,
    approximate: approximateRule,
    hostState: hostStateRule,
    runningOs: runningOsRule,
    undone: undoneRule,
    version: versionRule,
    versionLimit: versionLimitRule,
    compoundOf,
    groupStep,
    rankStep,
    orderStep,
    dayRange,
    withNext,
    countStep,
    prepared,
    isExplained,
    contradiction,
  });
};
