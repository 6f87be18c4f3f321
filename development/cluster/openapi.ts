import type { KubeObject } from '@cnv-ai/engine/kubernetes';

/**
 * The least of OpenAPI v3 that tells kubectl to leave validation to the server: it looks for the
 * `fieldValidation` parameter of one PATCH. No schema is published.
 */
const DOCUMENTS: Readonly<Record<string, KubeObject>> = {
  '/openapi/v3': { paths: { 'api/v1': { serverRelativeURL: '/openapi/v3/api/v1' } } },
  '/openapi/v3/api/v1': {
    openapi: '3.0.0',
    info: { title: 'Development cluster', version: 'v1' },
    paths: {
      '/api/v1/namespaces/{name}': {
        patch: {
          parameters: [{ name: 'fieldValidation', in: 'query', schema: { type: 'string' } }],
          responses: { '200': { description: 'OK' } },
          'x-kubernetes-action': 'patch',
          'x-kubernetes-group-version-kind': { group: '', version: 'v1', kind: 'Namespace' },
        },
      },
    },
  },
};

export const openApi = (path: string): KubeObject | undefined => DOCUMENTS[path];
