import { Icon } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InfoCircleIcon,
} from '@patternfly/react-icons';
import type { ColoredIconProps, StatusIconAndTextProps } from './component-props';
import type { ComponentType } from 'react';

type Status = 'success' | 'danger' | 'warning' | 'info';

const coloured = (Glyph: ComponentType, status: Status) => {
  const ColouredIcon = ({ className, title, size, dataTest }: ColoredIconProps) => (
    <Icon status={status} size={size} className={className} title={title} data-test={dataTest}>
      <Glyph />
    </Icon>
  );
  return ColouredIcon;
};

export const GreenCheckCircleIcon = coloured(CheckCircleIcon, 'success');
export const RedExclamationCircleIcon = coloured(ExclamationCircleIcon, 'danger');
export const YellowExclamationTriangleIcon = coloured(ExclamationTriangleIcon, 'warning');
export const BlueInfoCircleIcon = coloured(InfoCircleIcon, 'info');

/** An icon and its text in one line; without a text, a dash. */
export const StatusIconAndText = ({ icon, title, iconOnly, className }: StatusIconAndTextProps) =>
  title ? (
    <span className={className} title={iconOnly ? title : undefined}>
      {icon} {iconOnly ? null : <span data-test="status-text">{title}</span>}
    </span>
  ) : (
    <>-</>
  );
