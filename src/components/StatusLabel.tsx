import type { ComponentType } from 'react';
import { Icon, type IconComponentProps } from '@patternfly/react-core';
import {
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InProgressIcon,
  MigrationIcon,
  OffIcon,
  RunningIcon,
  PausedIcon,
  UnknownIcon,
} from '@patternfly/react-icons';
import { NONE } from './none';
import { statusTone, type StatusTone } from './status-tone';

const ICONS: Readonly<
  Record<StatusTone, { Symbol: ComponentType; status?: IconComponentProps['status'] }>
> = {
  running: { Symbol: RunningIcon, status: 'success' },
  error: { Symbol: ExclamationCircleIcon, status: 'danger' },
  warning: { Symbol: ExclamationTriangleIcon, status: 'warning' },
  progress: { Symbol: InProgressIcon },
  migrating: { Symbol: MigrationIcon },
  paused: { Symbol: PausedIcon },
  stopped: { Symbol: OffIcon },
  unknown: { Symbol: UnknownIcon },
};

/** The icon the console shows beside a printable status. */
export const StatusIcon = ({ status }: { status: string }) => {
  const { Symbol, status: colour } = ICONS[statusTone(status)];
  return (
    <Icon isInline status={colour}>
      <Symbol />
    </Icon>
  );
};

/** A VirtualMachine's printable status with its icon. */
export const StatusLabel = ({ status }: { status: string }) => (
  <span className="cnv-ai-plugin__icon-and-text">
    <StatusIcon status={status} /> {status === '' ? NONE : status}
  </span>
);
