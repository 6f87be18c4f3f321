import { parseQuantity, textAt, textsAt, type KubeObject } from '../kubernetes';
import { proof } from './evidence';
import type { Evidence } from './types';

/** Amounts by resource, as an API server prints them: `requests.storage=50Gi,persistentvolumeclaims=1`. */
export type Amounts = Readonly<Record<string, string>>;

export type QuotaRefusal = { readonly quota: string; readonly requested: Amounts };

const amounts = (text: string): Amounts =>
  Object.fromEntries(
    text.split(',').flatMap((part) => {
      const [resource = '', amount] = part.trim().split('=');
      return amount === undefined ? [] : [[resource, amount]];
    }),
  );

/** What `exceeded quota: Q, requested: …, used: …, limited: …` says. */
export const parseQuotaRefusal = (text: string): QuotaRefusal | undefined => {
  const match = /exceeded quota: ([^,\s]+), requested: ([^\s]+?),? used: /.exec(text);
  return match === null ? undefined : { quota: match[1] ?? '', requested: amounts(match[2] ?? '') };
};

/** Resources of claims: their number and their size, for all classes or for one. */
export const isStorageResource = (resource: string): boolean =>
  /^(?:requests\.storage|persistentvolumeclaims)$|\.storageclass\.storage\.k8s\.io\//.test(
    resource,
  );

/** The resources of a quota that have no room for what is asked. */
export const exceededIn = (quota: KubeObject, requested: Amounts): string[] => {
  const hard = textsAt(quota, 'status', 'hard');
  return Object.entries(requested)
    .filter(([resource, amount]) => {
      const limit = parseQuantity(hard[resource]);
      const used = parseQuantity(textAt(quota, 'status', 'used', resource)) ?? 0;
      return limit !== undefined && used + (parseQuantity(amount) ?? 0) > limit;
    })
    .map(([resource]) => resource);
};

/** What a quota counts of a resource, and how much it allows. */
export const quotaProofs = (quota: KubeObject | undefined, resource: string): Evidence[] =>
  quota === undefined
    ? []
    : [proof(quota, 'status', 'used', resource), proof(quota, 'status', 'hard', resource)];
