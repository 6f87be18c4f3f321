import { at, isRecord } from '@cnv-ai/engine/kubernetes';

/** RFC 7386: `null` removes, lists replace. */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) return patch;
  const base = isRecord(target) ? target : {};
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, key);
    else merged[key] = mergePatch(base[key], value);
  }
  return merged;
};

/** Lists of built-in kinds that a strategic merge joins by a key instead of replacing them. */
const MERGE_KEYS: Readonly<Record<string, string>> = {
  conditions: 'type',
  containers: 'name',
  initContainers: 'name',
  volumes: 'name',
  env: 'name',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
  ownerReferences: 'uid',
  taints: 'key',
  imagePullSecrets: 'name',
};

const isDirective = (key: string): boolean => key.startsWith('$');

const mergeKeyed = (
  target: readonly unknown[],
  patch: readonly unknown[],
  key: string,
): unknown[] => {
  const result = [...target];
  for (const entry of patch) {
    const index = result.findIndex((old) => at(old, key) === at(entry, key));
    if (at(entry, '$patch') === 'delete') {
      if (index >= 0) result.splice(index, 1);
    } else if (index >= 0) result[index] = strategicMerge(result[index], entry);
    else result.push(strategicMerge({}, entry));
  }
  return result;
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const mergeField = (key: string, old: unknown, value: unknown): unknown => {
  if (!isList(value)) return strategicMerge(old, value);
  const list = isList(old) ? old : [];
  const mergeKey = MERGE_KEYS[key];
  if (key === 'finalizers') return [...new Set([...list, ...value])];
  if (mergeKey === undefined || value.some((entry) => at(entry, '$patch') === 'replace')) {
    return value.filter((entry) => at(entry, '$patch') !== 'replace');
  }
  return mergeKeyed(list, value, mergeKey);
};

const DELETE_PREFIX = '$deleteFromPrimitiveList/';

/** Kubernetes' strategic merge patch, for the keyed lists above. */
export const strategicMerge = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) return patch;
  const base = isRecord(target) && patch.$patch !== 'replace' ? target : {};
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith(DELETE_PREFIX) && isList(value)) {
      const field = key.slice(DELETE_PREFIX.length);
      const old = merged[field];
      if (isList(old)) merged[field] = old.filter((entry) => !value.includes(entry));
    } else if (isDirective(key)) continue;
    else if (value === null) Reflect.deleteProperty(merged, key);
    else merged[key] = mergeField(key, base[key], value);
  }
  return merged;
};
