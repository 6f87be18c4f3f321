import { isRecord, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { MAX_DEPTH, MAX_TERMS, type Predicate } from '@cnv-ai/engine/search';

type Count = { left: number };

const branches = (values: unknown, depth: number, count: Count): Predicate[] | undefined => {
  if (!Array.isArray(values)) return undefined;
  const parts = values.map((value: unknown) => build(value, depth + 1, count));
  const found = parts.filter((part) => part !== undefined);
  return found.length === parts.length ? found : undefined;
};

const build = (value: unknown, depth: number, count: Count): Predicate | undefined => {
  count.left -= 1;
  if (!isRecord(value) || depth > MAX_DEPTH || count.left < 0) return undefined;
  const all = branches(value.all, depth, count);
  if (all !== undefined) return { all };
  const any = branches(value.any, depth, count);
  if (any !== undefined) return { any };
  if (isRecord(value.not)) {
    const not = build(recordAt(value, 'not'), depth + 1, count);
    return not && { not };
  }
  const field = textAt(value, 'field');
  const op = textAt(value, 'op');
  if (field === undefined || op === undefined) return undefined;
  return { field, op, ...('value' in value ? { value: value.value } : {}) };
};

/** The predicate a caller gave as plain JSON, or `undefined` when its shape is not one. */
export const parsePredicate = (value: unknown): Predicate | undefined =>
  build(value, 0, { left: MAX_TERMS });
