import { ApiError } from './status';

/** The shape a client asked for in its Accept header. */
export type Shape = 'object' | 'metadata' | 'table';

export type Accepted = { readonly type: string; readonly params: Readonly<Record<string, string>> };

export const acceptedOf = (accept: string | undefined): Accepted[] =>
  (accept === undefined || accept === '' ? '*/*' : accept).split(',').map((entry) => {
    const [type = '', ...params] = entry.split(';').map((part) => part.trim());
    return {
      type: type.toLowerCase(),
      params: Object.fromEntries(
        params.map((param): [string, string] => {
          const [key = '', value = ''] = param.split('=');
          return [key, value];
        }),
      ),
    };
  });

const JSON_TYPES = new Set(['application/json', 'application/*', '*/*']);

const SHAPES: Readonly<Record<string, Shape>> = {
  Table: 'table',
  PartialObjectMetadata: 'metadata',
  PartialObjectMetadataList: 'metadata',
};

const shapeOf = ({ type, params }: Accepted, list: boolean): Shape | undefined => {
  if (!JSON_TYPES.has(type)) return undefined;
  if (params.as === undefined) return 'object';
  if (params.g !== 'meta.k8s.io' || params.v !== 'v1') return undefined;
  const wrong = list ? 'PartialObjectMetadata' : 'PartialObjectMetadataList';
  return params.as === wrong ? undefined : SHAPES[params.as];
};

/** The first shape in the Accept header that this server can give; 406 when there is none. */
export const negotiate = (accept: string | undefined, list: boolean): Shape => {
  for (const entry of acceptedOf(accept)) {
    const shape = shapeOf(entry, list);
    if (shape !== undefined) return shape;
  }
  throw new ApiError(
    406,
    'NotAcceptable',
    '406: Not Acceptable\n\nAvailable representations: application/json',
    {},
  );
};
