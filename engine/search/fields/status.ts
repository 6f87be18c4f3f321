import { say } from '../../messages';
import { ERROR_GROUP, isErrorStatus, STATUSES } from '../statuses';
import type { VmRecord } from '../records/record';
import { enumComparisons } from './comparisons-enum';
import { defineField } from './field';

type State = Pick<VmRecord, 'status' | 'failure'>;

/** In error: by its printable status, or by its conditions while it still says "Starting". */
export const inError = ({ status, failure }: State): boolean => failure || isErrorStatus(status);

export const statusField = defineField<State>({
  name: 'status',
  label: say('Status'),
  type: 'enum',
  words: {
    en: 'status|statuses|state|states|phase|condition|printablestatus|printable status|vm status|power state|power status',
  },
  values: [...STATUSES, ERROR_GROUP],
  comparisons: enumComparisons<State>([...STATUSES, ERROR_GROUP], (wanted) => {
    const set = new Set(wanted);
    const errors = set.has(ERROR_GROUP);
    return (state) => set.has(state.status) || (errors && inError(state));
  }),
  read: (record) => record,
  evidence: ({ status }) => ({ in: 'vm', path: '/status/printableStatus', value: status }),
  order: ({ status }) => status,
  cell: ({ status }) => status,
});
