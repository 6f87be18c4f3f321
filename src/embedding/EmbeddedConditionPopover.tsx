import { Label } from '@patternfly/react-core';
import { AIEnhancedConditionPopover } from '../components/AIEnhancedConditionPopover';
import { Embedded } from './Embedded';
import type { AIEnhancedConditionPopoverProps } from './extensions';

/** `AIEnhancedConditionPopover` for another plugin's page; a plain label where ours fails. */
export const EmbeddedConditionPopover = (props: AIEnhancedConditionPopoverProps) => {
  const { type, status = 'Unknown' } = props.condition;
  return (
    <Embedded plain={<Label isCompact>{`${type}=${status}`}</Label>}>
      <AIEnhancedConditionPopover {...props} />
    </Embedded>
  );
};
