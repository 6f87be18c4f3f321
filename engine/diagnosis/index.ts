export * from './types';
export { diagnose, type DiagnoseOptions } from './diagnose';
export { explainStatus, type StatusExplanation } from './explain-status';
export { diagnosisText, statusText } from './text';
export { RULES } from './rules';
