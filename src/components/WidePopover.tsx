import type { RefObject } from 'react';
import { Popover, type PopoverProps } from '@patternfly/react-core';
import { usePluginTranslation } from '../i18n';
import { nearestLandmark } from './nearest-landmark';

export type WidePopoverProps = PopoverProps & {
  /** What it stands beside. */
  readonly anchor: RefObject<HTMLElement | null>;
};

/** A popover with room for a diagnosis, in the landmark of what it stands beside. */
export const WidePopover = ({ anchor, ...props }: WidePopoverProps) => {
  const { t } = usePluginTranslation();
  return (
    <Popover
      appendTo={() => nearestLandmark(anchor.current)}
      closeBtnAriaLabel={t('Close')}
      headerComponent="h2"
      maxWidth="min(34rem, calc(100vw - 2rem))"
      minWidth="min(20rem, calc(100vw - 2rem))"
      {...props}
    />
  );
};
