import {
  byCodeUnit,
  createdOf,
  nameOf,
  namespaceOf,
  textAt,
  uidOf,
} from '@cnv-ai/engine/kubernetes';
import { Alert, PageSection, SearchInput, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useActiveNamespace } from '../../sdk/context';
import { DocumentTitle, ListPageHeader } from '../../sdk/page';
import { ResourceLink } from '../../sdk/Resource';
import { Timestamp } from '../../sdk/Timestamp';
import { errorText } from '../error-text';
import { useVirtualMachines, VIRTUAL_MACHINE } from './useVirtualMachines';
import { VmStatus } from './VmStatus';

const NAMESPACE = { version: 'v1', kind: 'Namespace' };

const statusOf = (vm: unknown): string => textAt(vm, 'status', 'printableStatus') ?? 'Unknown';

const Row = ({ vm }: { vm: unknown }) => (
  <Tr>
    <Td dataLabel="Name">
      <ResourceLink
        groupVersionKind={VIRTUAL_MACHINE}
        name={nameOf(vm)}
        namespace={namespaceOf(vm)}
      />
    </Td>
    <Td dataLabel="Namespace">
      <ResourceLink groupVersionKind={NAMESPACE} name={namespaceOf(vm)} linkTo={false} />
    </Td>
    <Td dataLabel="Status">
      <VmStatus status={statusOf(vm)} />
    </Td>
    <Td dataLabel="Created">
      <Timestamp timestamp={createdOf(vm)} simple />
    </Td>
  </Tr>
);

/** A plain list, which obeys `name` and `rowFilter-status` of the address as the real one does. */
export const VirtualMachinesPage = () => {
  const [namespace] = useActiveNamespace();
  const { vms, loaded, error } = useVirtualMachines(namespace);
  const [query, setQuery] = useSearchParams();
  const name = query.get('name') ?? '';
  const statuses = (query.get('rowFilter-status') ?? '').split(',').filter(Boolean).join();
  const shown = useMemo(
    () =>
      vms
        .filter(
          (vm) =>
            nameOf(vm).includes(name) &&
            (statuses === '' || statuses.split(',').includes(statusOf(vm))),
        )
        .sort((a, b) => byCodeUnit(nameOf(a), nameOf(b))),
    [vms, name, statuses],
  );
  return (
    <>
      <DocumentTitle>VirtualMachines</DocumentTitle>
      <ListPageHeader title="VirtualMachines" />
      <PageSection hasBodyWrapper={false}>
        {error ? <Alert isInline variant="danger" title={errorText(error)} /> : null}
        <SearchInput
          aria-label="Filter by name"
          placeholder="Filter by name"
          value={name}
          onChange={(_event, value) => setQuery(value === '' ? {} : { name: value })}
        />
        {loaded || error ? null : <Skeleton screenreaderText="Loading the VirtualMachines" />}
        <Table variant="compact" aria-label="VirtualMachines" data-test="vm-list">
          <Thead>
            <Tr>
              {['Name', 'Namespace', 'Status', 'Created'].map((title) => (
                <Th key={title}>{title}</Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {shown.map((vm) => (
              <Row key={uidOf(vm) ?? nameOf(vm)} vm={vm} />
            ))}
          </Tbody>
        </Table>
      </PageSection>
    </>
  );
};
