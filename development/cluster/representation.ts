import { apiVersionOf, recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { columnsOf } from './columns';
import type { Shape } from './negotiation';
import type { ServedResource } from './resources';

const META = 'meta.k8s.io/v1';

export const metadataOnly = (object: KubeObject): KubeObject => ({
  kind: 'PartialObjectMetadata',
  apiVersion: META,
  metadata: recordAt(object, 'metadata'),
});

export type TableOptions = {
  readonly includeObject: string;
  readonly now: number;
  /** Left out of all but the first event of a watch. */
  readonly headers: boolean;
};

const rowObject = (object: KubeObject, include: string): { object?: KubeObject } => {
  if (include === 'None') return {};
  return { object: include === 'Object' ? object : metadataOnly(object) };
};

const tableOf = (
  resource: ServedResource,
  metadata: KubeObject,
  objects: readonly KubeObject[],
  { includeObject, now, headers }: TableOptions,
): KubeObject => {
  const columns = columnsOf(resource);
  return {
    kind: 'Table',
    apiVersion: META,
    metadata,
    columnDefinitions: headers
      ? columns.map(({ name, type, priority = 0 }) => ({
          name,
          type,
          format: name === 'Name' ? 'name' : '',
          description: '',
          priority,
        }))
      : null,
    rows: objects.map((object) => ({
      cells: columns.map((column) => column.cell(object, now)),
      ...rowObject(object, includeObject),
    })),
  };
};

/** One object in the shape asked for. */
export const representOne = (
  resource: ServedResource,
  object: KubeObject,
  shape: Shape,
  options: TableOptions,
): KubeObject => {
  if (shape === 'metadata') return metadataOnly(object);
  if (shape === 'object') return object;
  const resourceVersion = textAt(object, 'metadata', 'resourceVersion') ?? '';
  return tableOf(resource, { resourceVersion }, [object], options);
};

/** Items of built-in kinds have neither apiVersion nor kind in a list; custom resources keep both. */
const asItem = (resource: ServedResource, object: KubeObject): KubeObject => {
  if (!resource.builtIn) return object;
  return Object.fromEntries(
    Object.entries(object).filter(([field]) => field !== 'apiVersion' && field !== 'kind'),
  );
};

export const representList = (
  resource: ServedResource,
  metadata: KubeObject,
  objects: readonly KubeObject[],
  shape: Shape,
  options: TableOptions,
): KubeObject => {
  if (shape === 'table') return tableOf(resource, metadata, objects, options);
  if (shape === 'metadata') {
    return {
      kind: 'PartialObjectMetadataList',
      apiVersion: META,
      metadata,
      // A slice that was never made is null in Go's JSON.
      items: objects.length === 0 ? null : objects.map(metadataOnly),
    };
  }
  return {
    kind: `${resource.kind}List`,
    apiVersion: apiVersionOf(resource),
    metadata,
    items: objects.map((object) => asItem(resource, object)),
  };
};

/** `includeObject` of the query, as every table request may carry it. */
export const includeObjectOf = (query: URLSearchParams): string =>
  query.get('includeObject') ?? 'Metadata';
