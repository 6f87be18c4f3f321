export * from './types';
export { diagnose, stageOf, type DiagnoseOptions } from './diagnose';
export { explainStatus, type StatusExplanation } from './explain-status';
export { FAILURES, type Failure } from './catalogue';
export { diagnosisText, statusText } from './text';
export { RULES } from './rules';
export { unanswered, type Answered } from './answers/outcome';
export { checkDependencies, dependenciesText, type Dependencies } from './answers/dependencies';
export {
  fixesText,
  suggestFixes,
  type DryRun,
  type DryRunAnswer,
  type FixSuggestions,
  type PatchAction,
} from './answers/fixes';
export { checkStorage, storageText } from './answers/storage/storage';
export type { StorageReport } from './answers/storage/types';
export { readTimeline, timelineText, type Timeline } from './answers/timeline';
