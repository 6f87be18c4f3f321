import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { columnsOf } from './columns';
import { SERVED, type ServedResource } from './resources';
import { qualified } from './status';

/** Groups of the Kubernetes community need the pull request that approved them. */
const approval = ({ group }: ServedResource) =>
  group.endsWith('.k8s.io')
    ? { annotations: { 'api-approved.kubernetes.io': 'unapproved, development only' } }
    : {};

/** The name is always shown, and the age where no column is defined. */
const printerColumns = (resource: ServedResource): KubeObject[] => {
  const age = { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' };
  return columnsOf(resource)
    .filter(({ name }) => name !== 'Name')
    .map(({ name, type, jsonPath, priority }) =>
      name === 'Age'
        ? age
        : { name, type, jsonPath, ...(priority === undefined ? {} : { priority }) },
    );
};

/** CustomResourceDefinitions of the custom kinds served; their schemas accept anything. */
export const definitions = (created: string): KubeObject[] =>
  SERVED.filter(({ builtIn }) => !builtIn).map((resource) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: qualified(resource), creationTimestamp: created, ...approval(resource) },
    spec: {
      group: resource.group,
      names: {
        plural: resource.plural,
        singular: resource.singular,
        kind: resource.kind,
        listKind: `${resource.kind}List`,
        shortNames: resource.shortNames,
        categories: resource.categories,
      },
      scope: resource.namespaced ? 'Namespaced' : 'Cluster',
      versions: [
        {
          name: resource.version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
          },
          additionalPrinterColumns: printerColumns(resource),
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
