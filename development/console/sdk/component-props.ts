import type { IconSize } from '@patternfly/react-core';
import type { StatusComponentProps } from '@openshift-console/dynamic-plugin-sdk';
import type { ReactElement } from 'react';

export type ColoredIconProps = {
  className?: string;
  title?: string;
  size?: IconSize;
  dataTest?: string;
};

export type StatusIconAndTextProps = StatusComponentProps & { icon?: ReactElement; spin?: boolean };
