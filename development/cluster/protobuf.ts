import { isRecord, type KubeObject } from '@cnv-ai/engine/kubernetes';

/**
 * Kubernetes' protobuf envelope, for the few bodies that kubectl sends in no other form. Fields
 * are listed by their numbers in the published .proto files; others are left out.
 */
type Shape = readonly (readonly [number: number, name: string, of: 'text' | 'map' | Shape])[];

const METADATA: Shape = [
  [1, 'name', 'text'],
  [2, 'generateName', 'text'],
  [3, 'namespace', 'text'],
  [11, 'labels', 'map'],
  [12, 'annotations', 'map'],
];
const RESOURCE_ATTRIBUTES: Shape = [
  [1, 'namespace', 'text'],
  [2, 'verb', 'text'],
  [3, 'group', 'text'],
  [4, 'version', 'text'],
  [5, 'resource', 'text'],
  [6, 'subresource', 'text'],
  [7, 'name', 'text'],
];
const PATH_ATTRIBUTES: Shape = [
  [1, 'path', 'text'],
  [2, 'verb', 'text'],
];
const ACCESS: Shape = [
  [1, 'resourceAttributes', RESOURCE_ATTRIBUTES],
  [2, 'nonResourceAttributes', PATH_ATTRIBUTES],
];
const TYPE: Shape = [
  [1, 'apiVersion', 'text'],
  [2, 'kind', 'text'],
];

const SHAPES: Readonly<Record<string, Shape>> = {
  SelfSubjectAccessReview: [[2, 'spec', ACCESS]],
  SelfSubjectRulesReview: [[2, 'spec', [[1, 'namespace', 'text']]]],
  SelfSubjectReview: [],
  Namespace: [[1, 'metadata', METADATA]],
  ServiceAccount: [[1, 'metadata', METADATA]],
};

type Field = { readonly number: number; readonly bytes: Buffer };

const LENGTH_DELIMITED = 2;

const varint = (bytes: Buffer, from: number): { value: number; next: number } => {
  let value = 0;
  let next = from;
  for (let scale = 1; next < bytes.length; scale *= 128) {
    const byte = bytes[next] ?? 0;
    next += 1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) break;
  }
  return { value, next };
};

/** The length-delimited fields of a message; numbers among them are skipped. */
const fieldsOf = (bytes: Buffer): Field[] => {
  const found: Field[] = [];
  for (let position = 0; position < bytes.length;) {
    const tag = varint(bytes, position);
    const size = varint(bytes, tag.next);
    position = size.next;
    if (tag.value % 8 !== LENGTH_DELIMITED) continue;
    position += size.value;
    found.push({
      number: Math.floor(tag.value / 8),
      bytes: bytes.subarray(size.next, position),
    });
  }
  return found;
};

const textOf = (bytes: Buffer | undefined): string => bytes?.toString('utf8') ?? '';

const entryOf = (bytes: Buffer): KubeObject => {
  const fields = fieldsOf(bytes);
  const part = (number: number) => textOf(fields.find((field) => field.number === number)?.bytes);
  return { [part(1)]: part(2) };
};

const decode = (shape: Shape, bytes: Buffer): KubeObject => {
  const result: Record<string, unknown> = {};
  for (const { number, bytes: value } of fieldsOf(bytes)) {
    const known = shape.find(([wanted]) => wanted === number);
    if (known === undefined) continue;
    const [, name, of] = known;
    const before = result[name];
    if (of === 'map') result[name] = { ...(isRecord(before) ? before : {}), ...entryOf(value) };
    else if (of !== 'text') result[name] = decode(of, value);
    else if (value.length > 0) result[name] = textOf(value);
  }
  return result;
};

const MAGIC = Buffer.from('k8s\0');

/** The object in a protobuf body; `undefined` when it is none, or of a kind not listed above. */
export const fromProtobuf = (body: Buffer): KubeObject | undefined => {
  if (!body.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const envelope = fieldsOf(body.subarray(MAGIC.length));
  const part = (number: number) => envelope.find((field) => field.number === number)?.bytes;
  const type = decode(TYPE, part(1) ?? Buffer.alloc(0));
  const shape = typeof type.kind === 'string' ? SHAPES[type.kind] : undefined;
  return shape && { ...type, ...decode(shape, part(2) ?? Buffer.alloc(0)) };
};
