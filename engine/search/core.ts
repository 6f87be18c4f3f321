/** What a browser needs to search; more words and other languages come when a sentence asks for them. */
export { FIELDS } from './fields';
export { readInventory } from './inventory/inventory';
export { renewMachines } from './inventory/renew';
export { completeFor, interpretRequest, searchSteps } from './search';
export { finishInSlices } from './slices';
export { isErrorStatus } from './statuses';
export { isLong } from './sentence/further';
export { exampleSentences } from './suggestions';
export { prepareEnglish } from './lexicon';
export { makeParts } from './vocabulary-parts';
export { wantsLanguages } from './wants-languages';
