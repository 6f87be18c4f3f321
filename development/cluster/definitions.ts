import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { SERVED } from './resources';
import { qualified } from './status';

/** CustomResourceDefinitions of the custom kinds served, without their schemas. */
export const definitions = (created: string): KubeObject[] =>
  SERVED.filter(({ builtIn }) => !builtIn).map((resource) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: qualified(resource), creationTimestamp: created },
    spec: {
      group: resource.group,
      names: {
        plural: resource.plural,
        singular: resource.singular,
        kind: resource.kind,
        listKind: `${resource.kind}List`,
        shortNames: resource.shortNames,
      },
      scope: resource.namespaced ? 'Namespaced' : 'Cluster',
      versions: [
        {
          name: resource.version,
          served: true,
          storage: true,
          ...(resource.hasStatus ? { subresources: { status: {} } } : {}),
        },
      ],
    },
    status: {
      conditions: ['NamesAccepted', 'Established'].map((type) => ({
        type,
        status: 'True',
        reason: type === 'Established' ? 'InitialNamesAccepted' : 'NoConflicts',
        message: 'all is well',
        lastTransitionTime: created,
      })),
      storedVersions: [resource.version],
    },
  }));
