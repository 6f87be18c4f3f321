import { formatTime } from '../../kubernetes';
import { present } from '../../redaction';
import { fieldNamed } from '../fields';
import type { Evidence } from '../fields/field';
import { inError } from '../fields/status';
import { isLeaf } from '../query/describe';
import { ERROR_GROUP, isErrorStatus } from '../statuses';
import type { VmRecord } from '../records/record';
import type { Chip, Predicate, VmRow } from '../types';
import { columnNamed } from './groups';

const PROBLEM_LENGTH = 200;

/** Whether the question is about machines in error. */
export const asksForErrors = (where: Predicate): boolean => {
  if ('all' in where) return where.all.some(asksForErrors);
  if ('any' in where) return where.any.some(asksForErrors);
  if (!isLeaf(where) || where.field !== 'status') return false;
  const values: unknown[] = Array.isArray(where.value) ? where.value : [where.value];
  return values.some(
    (value) => typeof value === 'string' && (value === ERROR_GROUP || isErrorStatus(value)),
  );
};

const oneLine = (text: string): string => {
  const line = present(text.replace(/\s+/g, ' ').trim());
  return line.length > PROBLEM_LENGTH ? `${line.slice(0, PROBLEM_LENGTH - 1)}…` : line;
};

type Match = NonNullable<VmRow['matched']>[number];

const refOf = ({ namespace, name, uid, vmiUid }: VmRecord, place: Evidence['in']): Match['ref'] => {
  if (typeof place === 'object') return place;
  const known = place === 'vm' ? uid : vmiUid;
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: place === 'vm' ? 'VirtualMachine' : 'VirtualMachineInstance',
    namespace,
    name,
    ...(known === undefined ? {} : { uid: known }),
  };
};

/** What stands in the cluster where a constraint looked. */
const matchedBy = (record: VmRecord, { id, where }: Chip): Match[] => {
  const leaf = 'not' in where ? where.not : where;
  if (!isLeaf(leaf)) return [];
  const evidence = fieldNamed(leaf.field)?.evidence?.(record, leaf.value);
  if (evidence === undefined || evidence.value === '') return [];
  const ref = refOf(record, evidence.in);
  return [{ chipId: id, ref, path: evidence.path, value: present(evidence.value) }];
};

export type RowOptions = { chips: readonly Chip[]; columns?: readonly string[]; errors: boolean };

/** A row of the answer; texts of the cluster are redacted before they leave. */
export const toRow = (record: VmRecord, { chips, columns, errors }: RowOptions): VmRow => {
  const { changed, size, created, reports: [told] = [] } = record;
  const problem = told && (told.message === '' ? told.reason : told.message);
  const fields =
    columns && Object.fromEntries(columns.map((name) => [name, columnNamed(name)(record)]));
  return {
    namespace: record.namespace,
    name: record.name,
    uid: record.uid,
    status: record.status,
    ...(changed === undefined ? {} : { statusSince: formatTime(changed.time) }),
    ...(record.node === undefined ? {} : { node: record.node }),
    ...(record.os === undefined ? {} : { os: present(record.os.name) }),
    ...(size.vcpu === undefined ? {} : { vcpu: size.vcpu.value }),
    ...(size.memory === undefined ? {} : { memory: size.memory.value }),
    ...(record.ips.length === 0 ? {} : { ips: [...record.ips] }),
    created: created === undefined ? '' : formatTime(created),
    ...(errors && problem !== undefined && inError(record) ? { problem: oneLine(problem) } : {}),
    ...(fields === undefined ? {} : { fields }),
    ...(chips.length === 0 ? {} : { matched: chips.flatMap((chip) => matchedBy(record, chip)) }),
  };
};
