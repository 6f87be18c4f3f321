import { Icon } from '@patternfly/react-core';
import {
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InfoCircleIcon,
} from '@patternfly/react-icons';
import type { Severity } from '@cnv-ai/engine/diagnosis';
import { usePluginTranslation } from '../i18n';

const ICONS = {
  critical: { Symbol: ExclamationCircleIcon, status: 'danger' },
  warning: { Symbol: ExclamationTriangleIcon, status: 'warning' },
  info: { Symbol: InfoCircleIcon, status: 'info' },
} as const;

/** A finding's severity, named for those who do not see the icon. */
export const SeverityIcon = ({ severity }: { severity: Severity }) => {
  const { t } = usePluginTranslation();
  const { Symbol, status } = ICONS[severity];
  const name = { critical: t('Critical'), warning: t('Warning'), info: t('Information') }[severity];
  return (
    <Icon status={status}>
      <Symbol title={name} />
    </Icon>
  );
};
