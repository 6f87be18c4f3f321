import { InProgressIcon, OffIcon } from '@patternfly/react-icons';
import {
  GreenCheckCircleIcon,
  RedExclamationCircleIcon,
  StatusIconAndText,
  YellowExclamationTriangleIcon,
} from '../../sdk/status';

const iconOf = (status: string) => {
  if (status === 'Running') return <GreenCheckCircleIcon />;
  if (status === 'Stopped') return <OffIcon />;
  if (status === 'Paused') return <YellowExclamationTriangleIcon />;
  if (/^Err|Error$|BackOff|NotFound|Crash|Unschedulable/.test(status)) {
    return <RedExclamationCircleIcon />;
  }
  return <InProgressIcon />;
};

/** A VM's printable status. */
export const VmStatus = ({ status }: { status: string }) => (
  <StatusIconAndText icon={iconOf(status)} title={status} />
);
