import { say } from '../../messages';
import type { VmRecord } from '../records/record';
import { several, type Several } from '../records/several';
import { anyOf, joinValues, readSeveral, valuesOf } from './comparisons-several';
import { textComparisons } from './comparisons-text';
import { defineField } from './field';

const read = ({ joined }: VmRecord): Several<string> | undefined =>
  joined.warnings && several(joined.warnings.map(({ reason }) => reason));

/** Reasons of warning events about the machine; the cluster forgets events after an hour or so. */
export const warningField = defineField<Several<string>>({
  name: 'warning',
  label: say('Warning event'),
  type: 'text',
  example: 'FailedScheduling',
  words: {
    en: 'warning|warnings|warning event|warning events|event|events|event reason|event reasons|warning reason',
  },
  needs: ['events'],
  comparisons: anyOf(textComparisons),
  read: (record) => readSeveral(read(record)),
  evidence: ({ namespace, joined }, value) => {
    const wanted = typeof value === 'string' ? value.toLowerCase() : undefined;
    const found = joined.warnings?.find(
      ({ reason }) => wanted === undefined || reason.toLowerCase() === wanted,
    );
    return (
      found && {
        in: { apiVersion: 'v1', kind: 'Event', namespace, name: found.event },
        path: '/reason',
        value: found.reason,
      }
    );
  },
  listed: valuesOf,
  cell: joinValues,
  multiple: true,
  optional: true,
  open: true,
  passing: true,
});
