import { Alert, PageSection } from '@patternfly/react-core';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from 'react-router';
import { getGroupVersionKindForModel, groupVersionKindOf } from '../../sdk/models';
import { DocumentTitle, ListPageHeader } from '../../sdk/page';
import { ResourceIcon } from '../../sdk/Resource';
import { useK8sModels } from '../../sdk/useK8sModel';
import { useK8sWatchResource } from '../../sdk/useWatch';
import { isResource, whyUnread } from '../resource';
import { Yaml } from './Yaml';

/** The kind an address means: a plural of the console's own kinds, or `group~version~Kind`. */
const kindOf = (key: string, models: Readonly<Record<string, K8sModel>>) => {
  if (key.includes('~')) return groupVersionKindOf(key);
  const model = Object.values(models).find(({ plural, crd }) => plural === key && !crd);
  const other = model ?? Object.values(models).find(({ plural }) => plural === key);
  return other && getGroupVersionKindForModel(other);
};

/** Where links to pods, claims, nodes and the like lead: the object itself. */
export const ResourcePage = () => {
  const { ns: namespace, kind = '', name = '' } = useParams();
  const [models, reading] = useK8sModels();
  const groupVersionKind = kindOf(kind, models);
  const [object, loaded, error] = useK8sWatchResource(
    groupVersionKind === undefined ? null : { groupVersionKind, namespace, name },
  );
  const unknown = groupVersionKind === undefined && !reading;
  const unread = error ? whyUnread(error, name) : undefined;
  const problem = unknown ? `The cluster does not serve ${kind}.` : unread;
  return (
    <>
      <DocumentTitle>{name}</DocumentTitle>
      <ListPageHeader title={name} badge={<ResourceIcon groupVersionKind={groupVersionKind} />} />
      {problem ? (
        <PageSection hasBodyWrapper={false}>
          <Alert isInline variant="danger" title={problem} />
        </PageSection>
      ) : null}
      {loaded && !problem && isResource(object) ? <Yaml obj={object} /> : null}
    </>
  );
};
