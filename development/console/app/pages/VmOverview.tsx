import {
  conditionsOf,
  createdOf,
  labelsOf,
  nameOf,
  namespaceOf,
  textAt,
} from '@cnv-ai/engine/kubernetes';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
  LabelGroup,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { PageComponentProps } from '@openshift-console/dynamic-plugin-sdk';
import type { ReactNode } from 'react';
import { Timestamp } from '../../sdk/Timestamp';
import { VmStatus } from './VmStatus';

const Entry = ({ term, children }: { term: string; children: ReactNode }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

/** What a VM is and the conditions its controllers report. */
export const VmOverview = ({ obj: vm }: PageComponentProps) => (
  <PageSection hasBodyWrapper={false}>
    <DescriptionList columnModifier={{ default: '2Col' }}>
      <Entry term="Name">{nameOf(vm)}</Entry>
      <Entry term="Namespace">{namespaceOf(vm)}</Entry>
      <Entry term="Status">
        <VmStatus status={textAt(vm, 'status', 'printableStatus') ?? 'Unknown'} />
      </Entry>
      <Entry term="Created">
        <Timestamp timestamp={createdOf(vm)} />
      </Entry>
      <Entry term="Run strategy">{textAt(vm, 'spec', 'runStrategy') ?? '-'}</Entry>
      <Entry term="Labels">
        <LabelGroup numLabels={8}>
          {Object.entries(labelsOf(vm)).map(([key, value]) => (
            <Label key={key} isCompact>
              {key}={value}
            </Label>
          ))}
        </LabelGroup>
      </Entry>
    </DescriptionList>
    <Title headingLevel="h2">Conditions</Title>
    <Table variant="compact" aria-label="Conditions">
      <Thead>
        <Tr>
          {['Type', 'Status', 'Reason', 'Message', 'Changed'].map((title) => (
            <Th key={title}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {conditionsOf(vm).map(({ type, status, reason, message, lastTransitionTime }) => (
          <Tr key={type}>
            <Td>{type}</Td>
            <Td>{status}</Td>
            <Td>{reason}</Td>
            <Td>{message}</Td>
            <Td>
              <Timestamp timestamp={lastTransitionTime} simple />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  </PageSection>
);
