import type { VmRow } from '@cnv-ai/engine/search';
import { textAt, at } from '@cnv-ai/engine/kubernetes';

/** A spreadsheet takes a cell that begins with one of these for a formula, even inside quotes. */
const STARTS_FORMULA = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

const cell = (text: string): string => {
  const begins = text.trimStart().charAt(0);
  const isFormula = STARTS_FORMULA.includes(text.charAt(0)) || STARTS_FORMULA.includes(begins);
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
};

const scalar = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : (textAt(value) ?? '');

/** The headings of a file are names, not translations: programs read them. */
type CsvColumn = { readonly heading: string; readonly read: (row: VmRow) => string };

const numberText = (value: number | undefined): string =>
  value === undefined ? '' : String(value);

const BASE: readonly CsvColumn[] = [
  { heading: 'name', read: ({ name }) => name },
  { heading: 'namespace', read: ({ namespace }) => namespace },
  { heading: 'status', read: ({ status }) => status },
  { heading: 'statusSince', read: ({ statusSince = '' }) => statusSince },
  { heading: 'problem', read: ({ problem = '' }) => problem },
  { heading: 'node', read: ({ node = '' }) => node },
  { heading: 'os', read: ({ os = '' }) => os },
  { heading: 'vcpu', read: ({ vcpu }) => numberText(vcpu) },
  { heading: 'memoryBytes', read: ({ memory }) => numberText(memory) },
  { heading: 'ips', read: ({ ips = [] }) => ips.join(' ') },
  { heading: 'created', read: ({ created }) => created },
  { heading: 'uid', read: ({ uid }) => uid },
];

/** The rows for a spreadsheet; `fields` are the further columns the search was asked for. */
export const csvOf = (rows: readonly VmRow[], fields: readonly string[]): string => {
  const columns = [
    ...BASE,
    ...fields.map((name) => ({
      heading: name,
      read: (row: VmRow) => scalar(at(row.fields, name)),
    })),
  ];
  const lines = [
    columns.map(({ heading }) => cell(heading)),
    ...rows.map((row) => columns.map(({ read }) => cell(read(row)))),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => cells.join(',') + LINE_END).join('');
};
