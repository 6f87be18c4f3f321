export { conditionMeaning } from './condition-meanings';
export { meaningOf } from './status-meanings';
export { strategyMeaning } from './strategy-meanings';
