import { itReadsRefusalFromEvents } from '../../testing/refusals';
import { quotaRequiresLimits } from './quota-requires-limits';

describe('quota-requires-limits', () => {
  itReadsRefusalFromEvents(quotaRequiresLimits, 'quota-requires-limits');
});
