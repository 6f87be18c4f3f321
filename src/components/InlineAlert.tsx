import { Alert, type AlertProps } from '@patternfly/react-core';
import { usePluginTranslation } from '../i18n';

type Variant = NonNullable<AlertProps['variant']>;

export type InlineAlertProps = Omit<AlertProps, 'isInline' | 'variantLabel' | 'variant'> & {
  readonly variant: AlertProps['variant'];
};

/** An alert in a page; a screen reader says in the user's language how serious it is. */
export const InlineAlert = ({ variant = 'custom', ...props }: InlineAlertProps) => {
  const { t } = usePluginTranslation();
  const labels: Readonly<Record<Variant, string>> = {
    custom: t('Note:'),
    info: t('Information:'),
    success: t('Success:'),
    warning: t('Warning:'),
    danger: t('Error:'),
  };
  return <Alert {...props} isInline variant={variant} variantLabel={labels[variant]} />;
};
