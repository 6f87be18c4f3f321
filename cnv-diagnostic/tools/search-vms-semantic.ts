import { z } from 'zod';
import { english, say, type Message } from '@cnv-ai/engine/messages';
import { formatTime } from '@cnv-ai/engine/kubernetes';
import {
  searchText,
  searchVms,
  type SearchOutcome,
  type SearchRequest,
  type SearchResult,
} from '@cnv-ai/engine/search';
import { namespacesProblem } from './names';
import { parsePredicate } from './predicate';
import { fitted } from './text';
import { defineTool, type ToolResult } from './tool';

// Bounds are the engine's to say, in a sentence: a schema's refusal is an error and tells less.
const texts = z.array(z.string()).max(100);

const input = {
  query: z
    .string()
    .optional()
    .describe(
      'What to find, as a sentence of 500 characters at most: "VMs that failed to start today in prod namespaces".',
    ),
  namespaces: texts.optional().describe('Names or wildcards such as "prod-*".'),
  status: z
    .union([z.string(), texts])
    .optional()
    .describe('Printable status: Running, Stopped, ...; "Error" for any failure, "not running".'),
  hasErrors: z.boolean().optional().describe('Only VMs with (true) or without (false) an error.'),
  timeRange: z.string().optional().describe('State changed within: 1h, 24h, 7d.'),
  labelSelector: z.string().optional().describe('Kubernetes label selector.'),
  where: z
    .looseObject({})
    .optional()
    .describe('Predicate: {all|any: [...]}, {not: {...}} or {field, op, value}.'),
  sort: z.string().optional().describe('Field to sort by; "-" before it: descending.'),
  limit: z.number().optional().describe('Rows on a page: 20, at most 500.'),
  cursor: z.string().optional().describe('nextCursor of the page before.'),
  timeZone: z.string().optional().describe('IANA zone for "today"; default UTC.'),
  locale: z.enum(['en', 'es', 'fr', 'ja', 'ko', 'zh']).optional(),
  columns: texts.optional().describe('Further fields to show.'),
  facets: texts.optional().describe('Fields to count values of.'),
};

const loose = z.looseObject({});

const output = z.looseObject({
  outcome: z.string(),
  interpretation: loose,
  clarification: z.string().optional(),
  suggestions: z.array(z.string()).optional(),
  total: z.number(),
  vms: z.array(loose),
  nextCursor: z.string().optional(),
  aggregate: loose.optional(),
  facets: z.array(loose).optional(),
  withoutChip: z.array(loose).optional(),
  unchecked: z.array(loose),
  unknown: z.number(),
  listUrl: z.string(),
  scope: loose,
  asOf: z.string(),
});

/** A result without rows: nothing was searched, and the clarification says why. */
const nothing = (outcome: SearchOutcome, message: Message, now: number): ToolResult => {
  const nothingSaid = say('');
  const structured: SearchResult = {
    outcome,
    interpretation: {
      where: { all: [] },
      readable: english(nothingSaid),
      readableMessage: nothingSaid,
      chips: [],
      ignored: [],
      notUnderstood: [],
      confidence: 'low',
    },
    clarification: english(message),
    clarificationMessage: message,
    total: 0,
    vms: [],
    unchecked: [],
    unknown: 0,
    listUrl: '/k8s/all-namespaces/kubevirt.io~v1~VirtualMachine',
    scope: { namespaces: 0, hidden: false },
    asOf: formatTime(now),
  };
  return { text: english(message), structured, outcome };
};

const NO_PREDICATE = say(
  'The argument where is no predicate; give {all: [...]}, {any: [...]}, {not: {...}} or {field, op, value}.',
);

export const searchVmsSemantic = defineTool({
  name: 'search_vms_semantic',
  title: 'Find virtual machines',
  description:
    'Find virtual machines (VMs) by a plain sentence or by filters: status, errors, project, node, IP, OS, CPU, memory, labels, age. Use it to list or count the VMs that are failing, not starting, stopped or migrating, and to learn the namespace and name the other VM tools need.',
  olsUi: 'cnv-diagnostic/search',
  input,
  output,
  target: ({ namespaces }) =>
    namespaces === undefined || namespacesProblem(namespaces) !== undefined
      ? 'virtual machines'
      : `virtual machines in ${namespaces.join(',')}`,
  run: async ({ where, ...filters }, { inventory, now }) => {
    const predicate = where === undefined ? undefined : parsePredicate(where);
    if (where !== undefined && predicate === undefined) {
      return nothing('not_understood', NO_PREDICATE, now);
    }
    const problem = namespacesProblem(filters.namespaces ?? []);
    if (problem !== undefined) return nothing('not_understood', problem, now);
    const request: SearchRequest = {
      ...filters,
      ...(predicate === undefined ? {} : { where: predicate }),
    };
    const result = await inventory.admit(() =>
      searchVms(inventory.source, request, now, { forModel: true }),
    );
    return { text: fitted(searchText(result)), structured: result, outcome: result.outcome };
  },
  unavailable: (_input, message, now) => nothing('unavailable', message, now),
});
