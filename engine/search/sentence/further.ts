import type { Rule } from './draft';
import type { Item } from './items';

/**
 * What only sentences with names, or with words that plain English leaves over, need: a browser
 * fetches it for the first of them.
 */
export type Further = Readonly<
  Record<
    | 'ticket'
    | 'signature'
    | 'same'
    | 'namespaceLabel'
    | 'label'
    | 'labelValue'
    | 'valueOfKey'
    | 'bareValue'
    | 'nameRange',
    Rule
  >
> & { readonly inEnglishOrder: (items: readonly Item[]) => Item[] };

let further: Further | undefined;

export const learnFurther = (learnt: Further): void => {
  further = learnt;
};

export const isLearnt = (): boolean => further !== undefined;

export const furtherRule =
  (name: Exclude<keyof Further, 'inEnglishOrder'>): Rule =>
  (scene, at) =>
    further?.[name](scene, at);

export const inOrder = (items: readonly Item[]): readonly Item[] =>
  further?.inEnglishOrder(items) ?? items;
