import { byCodeUnit } from '../kubernetes';

/** Where a VM stands in the order of a fleet. */
type Place = { readonly namespace: string; readonly name: string };

/** `namespace/name` of the last VM that was covered: it stays where it is while VMs come and go. */
export const toCursor = ({ namespace, name }: Place): string => `${namespace}/${name}`;

const placeOf = (cursor: string): Place => {
  const [namespace = '', name = ''] = cursor.split('/');
  return { namespace, name };
};

export const byPlace = (a: Place, b: Place): number =>
  byCodeUnit(a.namespace, b.namespace) || byCodeUnit(a.name, b.name);

/** Nothing, as text or at all, is the beginning. */
export const isAfter =
  (cursor: string | undefined) =>
  (place: Place): boolean =>
    cursor === undefined || cursor === '' || byPlace(place, placeOf(cursor)) > 0;

export const isCursor = (text: string): boolean =>
  text === '' || /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9.-]*$/.test(text);

/** Whether a page ends behind another; one without a cursor has nothing behind it. */
export const endsBehind = (cursor: string | undefined, other: string | undefined): boolean =>
  other !== undefined && (cursor === undefined || byPlace(placeOf(cursor), placeOf(other)) > 0);
