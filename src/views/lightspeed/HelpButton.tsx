import { Button } from '@patternfly/react-core';
import { MagicIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../i18n';

export type HelpButtonProps = {
  readonly onClick: () => void;
  /** Default "Ask Lightspeed". */
  readonly label?: string;
  /** It stays focusable, so that the reason beside it is found. */
  readonly isDisabled?: boolean;
  readonly 'data-test'?: string;
};

/** Asks Lightspeed on a click, never by itself. */
export const HelpButton = ({
  onClick,
  label,
  isDisabled = false,
  'data-test': dataTest = 'ai-answer-ask',
}: HelpButtonProps) => {
  const { t } = usePluginTranslation();
  return (
    <Button
      data-test={dataTest}
      icon={<MagicIcon />}
      isAriaDisabled={isDisabled}
      onClick={onClick}
      variant="secondary"
    >
      {label ?? t('Ask Lightspeed')}
    </Button>
  );
};
