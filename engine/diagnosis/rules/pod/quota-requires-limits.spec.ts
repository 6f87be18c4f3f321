import { itReadsRefusalFromEvents, itReadsRefusalOfMove } from '../../testing/refusals';
import { quotaRequiresLimits } from './quota-requires-limits';

describe('quota-requires-limits', () => {
  itReadsRefusalOfMove(quotaRequiresLimits, 'quota-requires-limits');
  itReadsRefusalFromEvents(quotaRequiresLimits, 'quota-requires-limits');
});
