import { isRecord, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { MAX_DEPTH, MAX_TERMS, type Predicate } from '@cnv-ai/engine/search';

type Count = { left: number };

const branches = (values: unknown, depth: number, count: Count): Predicate[] | undefined => {
  if (!Array.isArray(values)) return undefined;
  const parts = values.map((value: unknown) => build(value, depth + 1, count));
  const found = parts.filter((part) => part !== undefined);
  return found.length === parts.length ? found : undefined;
};

const LEAF_KEYS: ReadonlySet<string> = new Set(['field', 'op', 'value']);

const comparison = (value: KubeObject): Predicate | undefined => {
  const field = textAt(value, 'field');
  const op = textAt(value, 'op');
  // What is not read is not dropped: a model may have meant something by it.
  const isKnown = Object.keys(value).every((key) => LEAF_KEYS.has(key));
  if (field === undefined || op === undefined || !isKnown) return undefined;
  return { field, op, ...('value' in value ? { value: value.value } : {}) };
};

const build = (value: unknown, depth: number, count: Count): Predicate | undefined => {
  count.left -= 1;
  if (!isRecord(value) || depth > MAX_DEPTH || count.left < 0) return undefined;
  if (Object.keys(value).length > 1) return comparison(value);
  const all = branches(value.all, depth, count);
  if (all !== undefined) return { all };
  const any = branches(value.any, depth, count);
  if (any !== undefined) return { any };
  const not = isRecord(value.not) ? build(value.not, depth + 1, count) : undefined;
  return not && { not };
};

/** The predicate a caller gave as plain JSON, or `undefined` when its shape is not one. */
export const parsePredicate = (value: unknown): Predicate | undefined =>
  build(value, 0, { left: MAX_TERMS });
