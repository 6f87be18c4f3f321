import { teachFurther } from './further';
import { teachLanguages } from './languages';
import { teachLong } from './long';
import { teachRare } from './rare';

export * from './types';
export { whereOf } from './chips';
export {
  FIELD_NAMES,
  FIELDS,
  fieldNamed,
  type Field,
  type QueryContext,
  type ResourceName,
} from './fields';
export { interpret, type Interpreted, type InterpretOptions } from './interpret';
export { prepareLanguages } from './languages';
export { readInventory, type Inventory, type InventoryOptions } from './inventory/inventory';
export { feedOf, type Feed } from './inventory/feed';
export { renewMachines, type MachineName } from './inventory/renew';
export { createShelf, type Shelf } from './inventory/shelf';
export type { Source } from './inventory/source';
export { createStock, type Stock } from './inventory/stock';
export { listUrl } from './list-url';
export { compile, MAX_DEPTH, MAX_TERMS, type Compiled } from './query/compile';
export { describe } from './query/describe';
export { fromText, type QueryText } from './query/from-text';
export { isTimeZone } from './query/time-zone';
export { toText } from './query/to-text';
export { toRecord, type RecordContext, type VmRecord } from './records/record';
export { slimInstance, slimMachine } from './records/slim';
export { MAX_SENTENCE } from './sentence/tokens';
export {
  completeFor,
  interpretRequest,
  searchInventory,
  searchSteps,
  searchVms,
  type SearchOptions,
} from './search';
export { finishInSlices } from './slices';
export { ERROR_GROUP, ERROR_STATUSES, isErrorStatus, STATUSES } from './statuses';
export { exampleSentences } from './suggestions';
export { searchText } from './text';
export { vocabularyOf, type Vocabulary } from './vocabulary';

teachFurther();
teachLanguages();
teachLong();
teachRare();
