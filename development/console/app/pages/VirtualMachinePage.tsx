import { textAt } from '@cnv-ai/engine/kubernetes';
import { Alert, Bullseye, PageSection, Spinner } from '@patternfly/react-core';
import { useParams } from 'react-router';
import { HorizontalNav } from '../../sdk/HorizontalNav';
import { DocumentTitle, ListPageHeader } from '../../sdk/page';
import { ResourceIcon } from '../../sdk/Resource';
import { useK8sWatchResource } from '../../sdk/useWatch';
import { isResource, whyUnread } from '../resource';
import { ErrorBoundary } from '../ErrorBoundary';
import { ActionsMenu } from './ActionsMenu';
import { VIRTUAL_MACHINE } from './useVirtualMachines';
import { VmOverview } from './VmOverview';
import { VmStatus } from './VmStatus';
import { Yaml } from './Yaml';

const PAGES = [
  { name: 'Overview', href: '', component: VmOverview },
  { name: 'YAML', href: 'yaml', component: Yaml },
];

/** One VM: its state, its actions, the host's two tabs and those of plugins. */
export const VirtualMachinePage = () => {
  const { ns: namespace, name = '' } = useParams();
  const [vm, loaded, error] = useK8sWatchResource({
    groupVersionKind: VIRTUAL_MACHINE,
    namespace,
    name,
  });
  return (
    <>
      <DocumentTitle>{`${name} · VirtualMachine`}</DocumentTitle>
      <ListPageHeader
        title={name}
        badge={
          <>
            <ResourceIcon groupVersionKind={VIRTUAL_MACHINE} />{' '}
            <small>
              <VmStatus status={textAt(vm, 'status', 'printableStatus') ?? ''} />
            </small>
          </>
        }
      >
        {loaded ? <ActionsMenu resource={vm} /> : null}
      </ListPageHeader>
      {error ? (
        <PageSection hasBodyWrapper={false}>
          <Alert isInline variant="danger" title={whyUnread(error, name)} data-test="vm-error" />
        </PageSection>
      ) : null}
      {loaded && isResource(vm) ? (
        <ErrorBoundary key={name} what="The tab">
          <HorizontalNav resource={vm} pages={PAGES} />
        </ErrorBoundary>
      ) : null}
      {loaded || error ? null : (
        <Bullseye>
          <Spinner aria-label="Loading the VirtualMachine" />
        </Bullseye>
      )}
    </>
  );
};
