import { Link } from 'react-router';
import { ResourceLink, Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { at, formatBytes, textAt } from '@cnv-ai/engine/kubernetes';
import type { VmRow } from '@cnv-ai/engine/search';
import { NONE } from './none';
import { StatusButton } from './StatusButton';
import { diagnosisPath, VIRTUAL_MACHINE } from './vm-paths';
import './style.css';

const sizeOf = ({ vcpu, memory }: VmRow): string =>
  [vcpu ?? NONE, memory === undefined ? NONE : formatBytes(memory)].join(' | ');

const Time = ({ timestamp }: { timestamp?: string }) =>
  timestamp === undefined ? <>{NONE}</> : <Timestamp timestamp={timestamp} />;

/** Of a guest that does not run nobody can tell. */
const agentOf = (fields: VmRow['fields'], t: (key: string) => string): string => {
  const connected = at(fields, 'guestAgent');
  if (typeof connected !== 'boolean') return NONE;
  return connected ? t('Connected') : t('Not connected');
};

export type VmCellProps = {
  readonly column: string;
  readonly row: VmRow;
  readonly t: (key: string) => string;
};

/** What stands in a column for one VirtualMachine. */
export const VmCell = ({ column, row, t }: VmCellProps) => {
  switch (column) {
    case 'name':
      return (
        <ResourceLink
          groupVersionKind={VIRTUAL_MACHINE}
          name={row.name}
          namespace={row.namespace}
        />
      );
    case 'namespace':
      return (
        <ResourceLink
          groupVersionKind={{ version: 'v1', kind: 'Namespace' }}
          name={row.namespace}
        />
      );
    case 'status':
      return <StatusButton row={row} />;
    case 'changed':
      return <Time timestamp={row.statusSince} />;
    case 'problem':
      return (
        <Link
          className="cnv-ai-plugin__problem"
          title={row.problem}
          to={diagnosisPath(row.namespace, row.name)}
        >
          {row.problem ?? t('Get AI Diagnosis')}
        </Link>
      );
    case 'node':
      return row.node === undefined ? (
        <>{NONE}</>
      ) : (
        <ResourceLink groupVersionKind={{ version: 'v1', kind: 'Node' }} name={row.node} />
      );
    case 'os':
      return <>{row.os ?? NONE}</>;
    case 'memory':
      return <>{sizeOf(row)}</>;
    case 'ip':
      return <>{row.ips?.join(', ') ?? NONE}</>;
    case 'created':
      return <Time timestamp={row.created} />;
    case 'started':
      return <Time timestamp={textAt(row.fields, column)} />;
    case 'guestAgent':
      return <>{agentOf(row.fields, t)}</>;
    default:
      return <>{textAt(row.fields, column) ?? NONE}</>;
  }
};
