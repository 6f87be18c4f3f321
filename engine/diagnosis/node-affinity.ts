import { labelsOf, listAt, nameOf, parseQuantity, textAt, type KubeObject } from '../kubernetes';

const texts = (value: unknown, ...path: string[]): string[] =>
  listAt(value, ...path).filter((entry) => typeof entry === 'string');

/** One requirement of a node selector term on the value that a node has there, if any. */
const meets = (value: string | undefined, expression: unknown): boolean => {
  const values = texts(expression, 'values');
  const [bound] = values;
  switch (textAt(expression, 'operator')) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return (parseQuantity(value) ?? -Infinity) > (parseQuantity(bound) ?? Infinity);
    case 'Lt':
      return (parseQuantity(value) ?? Infinity) < (parseQuantity(bound) ?? -Infinity);
    default:
      return true;
  }
};

const FIELDS: Readonly<Record<string, (node: KubeObject) => string>> = { 'metadata.name': nameOf };

const fieldOf = (node: KubeObject, key: string): string | undefined =>
  Object.hasOwn(FIELDS, key) ? FIELDS[key]?.(node) : undefined;

/** A term without any requirement matches no node. */
const meetsTerm = (node: KubeObject, term: unknown): boolean => {
  const [labels, fields] = [listAt(term, 'matchExpressions'), listAt(term, 'matchFields')];
  const keyOf = (expression: unknown): string => textAt(expression, 'key') ?? '';
  return (
    labels.length + fields.length > 0 &&
    labels.every((one) => meets(labelsOf(node)[keyOf(one)], one)) &&
    fields.every((one) => meets(fieldOf(node, keyOf(one)), one))
  );
};

/** Node selector terms are alternatives, each with all of its requirements; none ask for nothing. */
export const meetsTerms = (node: KubeObject, terms: readonly unknown[]): boolean =>
  terms.length === 0 || terms.some((term) => meetsTerm(node, term));

const expressionText = (expression: unknown): string => {
  const values = texts(expression, 'values');
  return [
    textAt(expression, 'key') ?? '',
    textAt(expression, 'operator') ?? '',
    ...(values.length === 0 ? [] : [`[${values.join(', ')}]`]),
  ].join(' ');
};

/** `zone In [a, b] & disk Exists | …`, in the words of the API. */
export const termsText = (terms: readonly unknown[]): string =>
  terms
    .map((term) =>
      [...listAt(term, 'matchExpressions'), ...listAt(term, 'matchFields')]
        .map(expressionText)
        .join(' & '),
    )
    .join(' | ');

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Where a pod or a template says which nodes it must run on. */
export const POD_TERMS = ['affinity', 'nodeAffinity', REQUIRED, 'nodeSelectorTerms'] as const;

/** Where a volume says from which nodes it can be reached. */
export const VOLUME_TERMS = ['spec', 'nodeAffinity', 'required', 'nodeSelectorTerms'] as const;
