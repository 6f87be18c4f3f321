import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Popover, Title, type PopoverProps } from '@patternfly/react-core';
import { usePluginTranslation } from '../i18n';
import { nearestDialog } from './nearest-landmark';
import './style.css';

const WIDTH = 'min(34rem, calc(100vw - 2rem))';
/** In the middle where there is room, else along one of its edges. */
const PLACES: PopoverProps['flipBehavior'] = [
  'top',
  'bottom',
  'top-start',
  'bottom-start',
  'top-end',
  'bottom-end',
];

export type WidePopoverProps = Omit<PopoverProps, 'bodyContent' | 'headerContent'> & {
  /** What it stands beside. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly heading: ReactNode;
  readonly content: ReactNode;
};

/** PatternFly places a popover again when the window changes its size, not when its content does. */
const placeAgain = (): void => void window.dispatchEvent(new Event('resize'));

const Body = ({ heading, content }: Pick<WidePopoverProps, 'heading' | 'content'>) => {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new ResizeObserver(placeAgain);
    if (body.current !== null) observer.observe(body.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={body}>
      {/* PatternFly's own header of a popover is a second banner of the page to a screen reader. */}
      <Title
        className="cnv-ai-plugin__heading cnv-ai-plugin__popover-heading"
        headingLevel="h2"
        size="md"
      >
        {heading}
      </Title>
      {content}
    </div>
  );
};

/** A popover with room for a diagnosis, above the whole page; on a telephone a sheet at its foot. */
export const WidePopover = ({ anchor, heading, content, ...props }: WidePopoverProps) => {
  const { t } = usePluginTranslation();
  return (
    <Popover
      appendTo={() => nearestDialog(anchor.current)}
      bodyContent={<Body content={content} heading={heading} />}
      className="cnv-ai-plugin__popover"
      closeBtnAriaLabel={t('Close')}
      flipBehavior={PLACES}
      maxWidth={WIDTH}
      minWidth={WIDTH}
      {...props}
    />
  );
};
