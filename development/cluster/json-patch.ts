import { isDeepStrictEqual } from 'node:util';
import { isRecord, textAt } from '@cnv-ai/engine/kubernetes';

/** A JSON patch that does not apply to the document. */
export class PatchFailure extends Error {}

const segmentsOf = (pointer: string): string[] => {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new PatchFailure(`"${pointer}" is not a JSON Pointer`);
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
};

const missing = (pointer: string): PatchFailure =>
  new PatchFailure(`there is nothing at "${pointer}"`);

const indexOf = (segment: string, length: number, pointer: string): number => {
  if (segment === '-') return length;
  const index = /^(0|[1-9]\d*)$/.test(segment) ? Number(segment) : -1;
  if (index < 0 || index > length) throw missing(pointer);
  return index;
};

type Edit = (
  parent: Readonly<Record<string, unknown>> | readonly unknown[],
  key: string,
) => unknown;

/** A copy of `document` whose parent of the last segment went through `edit`. */
const editAt = (
  document: unknown,
  segments: readonly string[],
  pointer: string,
  edit: Edit,
): unknown => {
  const [head = '', ...rest] = segments;
  if (Array.isArray(document)) {
    const list: readonly unknown[] = document;
    if (rest.length === 0) return edit(list, head);
    const index = indexOf(head, list.length - 1, pointer);
    return list.with(index, editAt(list[index], rest, pointer, edit));
  }
  if (!isRecord(document)) throw missing(pointer);
  if (rest.length === 0) return edit(document, head);
  if (!Object.hasOwn(document, head)) throw missing(pointer);
  return { ...document, [head]: editAt(document[head], rest, pointer, edit) };
};

const valueAt = (document: unknown, pointer: string): unknown => {
  let current = document;
  for (const segment of segmentsOf(pointer)) {
    if (Array.isArray(current)) {
      current = current[indexOf(segment, current.length - 1, pointer)] as unknown;
    } else if (isRecord(current) && Object.hasOwn(current, segment)) {
      current = current[segment];
    } else {
      throw missing(pointer);
    }
  }
  return current;
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const add = (document: unknown, pointer: string, value: unknown): unknown => {
  const segments = segmentsOf(pointer);
  if (segments.length === 0) return value;
  return editAt(document, segments, pointer, (parent, key) =>
    isList(parent)
      ? parent.toSpliced(indexOf(key, parent.length, pointer), 0, value)
      : { ...parent, [key]: value },
  );
};

const remove = (document: unknown, pointer: string): unknown => {
  valueAt(document, pointer);
  return editAt(document, segmentsOf(pointer), pointer, (parent, key) =>
    isList(parent)
      ? parent.toSpliced(Number(key), 1)
      : Object.fromEntries(Object.entries(parent).filter(([name]) => name !== key)),
  );
};

const test = (document: unknown, pointer: string, value: unknown): unknown => {
  if (!isDeepStrictEqual(valueAt(document, pointer), value)) {
    throw new PatchFailure(`testing value ${pointer} failed`);
  }
  return document;
};

const applyOne = (document: unknown, operation: unknown): unknown => {
  if (!isRecord(operation)) throw new PatchFailure('an operation is not an object');
  const path = textAt(operation, 'path');
  const from = textAt(operation, 'from') ?? '';
  if (path === undefined) throw new PatchFailure('an operation has no path');
  switch (operation.op) {
    case 'add':
      return add(document, path, operation.value);
    case 'remove':
      return remove(document, path);
    case 'replace':
      return path === '' ? operation.value : add(remove(document, path), path, operation.value);
    case 'move':
      return add(remove(document, from), path, valueAt(document, from));
    case 'copy':
      return add(document, path, valueAt(document, from));
    case 'test':
      return test(document, path, operation.value);
    default:
      throw new PatchFailure(`"${String(operation.op)}" is not an operation of a JSON patch`);
  }
};

/** RFC 6902. Throws `PatchFailure` when an operation does not apply; `document` stays as it is. */
export const jsonPatch = (document: unknown, operations: readonly unknown[]): unknown =>
  operations.reduce(applyOne, document);
