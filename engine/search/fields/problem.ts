import { present } from '../../redaction';
import { say } from '../../messages';
import type { Report } from '../records/state';
import { textComparisons } from './comparisons-text';
import { defineField } from './field';

const written = ({ reason, message }: Report): string =>
  reason === '' || message === '' ? `${reason}${message}` : `${reason}: ${message}`;

/** What the conditions of a machine that is not well say: reasons and messages, in one text. */
export const toldBy = (reports: readonly Report[] | undefined): string | undefined =>
  reports === undefined || reports.length === 0 ? undefined : reports.map(written).join('; ');

/** Reasons and messages of the conditions that tell why a machine does not run. */
export const problemField = defineField<string>({
  name: 'problem',
  label: say('Problem'),
  type: 'text',
  example: '*quota*',
  words: { en: 'problem text' },
  comparisons: textComparisons,
  read: ({ reports }) => toldBy(reports),
  evidence: ({ reports = [] }, value) => {
    const wanted = typeof value === 'string' ? value.toLowerCase() : '';
    const found = reports.find((report) => written(report).toLowerCase().includes(wanted));
    const report = found ?? reports[0];
    return report && { in: 'vm', path: report.path, value: written(report) };
  },
  cell: present,
  optional: true,
  open: true,
  partial: true,
});
