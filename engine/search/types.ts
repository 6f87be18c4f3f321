import type { Message } from '../messages';
import type { ObjectRef, UnreadReason } from '../kubernetes';

/** The query language. A leaf compares one field; `not` inverts, keeping unknown values out. */
export type Predicate =
  | { all: Predicate[] }
  | { any: Predicate[] }
  | { not: Predicate }
  | { field: string; op: string; value?: unknown };

/** One constraint of the interpretation. `span` is in UTF-16 units of the sentence as given. */
export type Chip = {
  id: string;
  field: string;
  label: string;
  labelMessage: Message;
  operator: string;
  operatorMessage: Message;
  value: string;
  detail?: string;
  detailMessage?: Message;
  negated?: boolean;
  /** Chips of one group are alternatives: one of them is enough. */
  group?: string;
  confidence: 'high' | 'medium' | 'low';
  span: [number, number];
  /** The part of `where` this chip stands for. */
  where: Predicate;
};

export type Interpretation = {
  /** What was really executed. */
  where: Predicate;
  readable: string;
  readableMessage: Message;
  /** Order, number and size of groups, which no chip tells; `label` is what `{{field}}` stands for. */
  order?: { message: Message; label?: Message }[];
  chips: Chip[];
  /** Words known to carry no constraint. */
  ignored: string[];
  /** Words nobody used; never non-empty with outcome `ok`. */
  notUnderstood: string[];
  confidence: 'high' | 'medium' | 'low';
};

export type SearchOutcome =
  'ok' | 'not_understood' | 'ambiguous' | 'out_of_scope' | 'forbidden' | 'unavailable';

/** Memory in bytes, times RFC 3339 UTC. */
export type VmRow = {
  namespace: string;
  name: string;
  uid: string;
  status: string;
  statusSince?: string;
  node?: string;
  os?: string;
  vcpu?: number;
  memory?: number;
  ips?: string[];
  created: string;
  /** One line: why it matched a question about errors. */
  problem?: string;
  fields?: Record<string, unknown>;
  matched?: { chipId: string; ref: ObjectRef; path: string; value: string }[];
};

export type SearchUnchecked = {
  resource: string;
  reason: UnreadReason;
  message: string;
  messageMessage: Message;
};

export type Aggregate = {
  function: 'count' | 'sum' | 'distinct';
  of?: string;
  by?: string;
  /** What `of` is called; the key of a label has no other name. */
  title?: Message;
  value?: number;
  unit?: 'bytes' | 'vcpu';
  /** Groups with the least come first: "which project has the fewest VMs". */
  fewest?: boolean;
  /** Only groups of so many rows, or with such a sum, count, and only their rows: "projects with more than 10 VMs". */
  having?: { op: 'is' | 'gt' | 'gte' | 'lt' | 'lte' | 'between'; value: number | number[] };
  /** So many of the groups were asked for, the first of the list: "top 5 projects by number of VMs". */
  top?: number;
  groups?: { key: string; value: number }[];
};

export type SearchResult = {
  outcome: SearchOutcome;
  interpretation: Interpretation;
  clarification?: string;
  clarificationMessage?: Message;
  suggestions?: string[];
  /** All matches, not this page. */
  total: number;
  vms: VmRow[];
  nextCursor?: string;
  aggregate?: Aggregate;
  facets?: { field: string; values: { value: string; count: number }[] }[];
  withoutChip?: { chipId: string; total: number }[];
  unchecked: SearchUnchecked[];
  /** Rows that might match but for what is unchecked. */
  unknown: number;
  /** The same question in the console's own VM list, as far as its filters can express it. */
  listUrl: string;
  scope: { namespaces: 'all' | number; hidden: boolean };
  asOf: string;
};

/** The tool's input. Filters are ANDed with the sentence. */
export type SearchRequest = {
  query?: string;
  namespaces?: string[];
  status?: string | string[];
  hasErrors?: boolean;
  timeRange?: string;
  labelSelector?: string;
  where?: Predicate;
  sort?: string;
  limit?: number;
  cursor?: string;
  timeZone?: string;
  locale?: string;
  columns?: string[];
  facets?: string[];
};
