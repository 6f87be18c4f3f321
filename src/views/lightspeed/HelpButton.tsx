import { Button } from '@patternfly/react-core';
import { MagicIcon } from '@patternfly/react-icons';
import { usePluginTranslation } from '../../i18n';

export type HelpButtonProps = {
  readonly onClick: () => void;
  /** Default "Ask Lightspeed". */
  readonly label?: string;
  /** It stays focusable, so that the reason beside it is found. */
  readonly isDisabled?: boolean;
  /** `meaning` is a quiet "What does this mean?" beside a status or a field. */
  readonly variant?: 'ask' | 'meaning';
  readonly 'data-test'?: string;
};

/** Asks Lightspeed on a click, never by itself. */
export const HelpButton = ({
  onClick,
  label,
  isDisabled = false,
  variant = 'ask',
  'data-test': dataTest = 'ai-answer-ask',
}: HelpButtonProps) => {
  const { t } = usePluginTranslation();
  return (
    <Button
      data-test={dataTest}
      icon={<MagicIcon />}
      isAriaDisabled={isDisabled}
      isInline={variant === 'meaning'}
      onClick={onClick}
      variant={variant === 'ask' ? 'secondary' : 'link'}
    >
      {label ?? (variant === 'ask' ? t('Ask Lightspeed') : t('What does this mean?'))}
    </Button>
  );
};
