import { useState } from 'react';
import { ExpandableSection, Icon, List, ListItem } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  MinusCircleIcon,
  UnknownIcon,
} from '@patternfly/react-icons';
import type { Check } from '@cnv-ai/engine/diagnosis';
import { useMessage, usePluginTranslation } from '../../../i18n';

const ICONS = {
  passed: { Symbol: CheckCircleIcon, status: 'success' },
  failed: { Symbol: ExclamationCircleIcon, status: 'danger' },
  warning: { Symbol: ExclamationTriangleIcon, status: 'warning' },
  unchecked: { Symbol: UnknownIcon, status: undefined },
  not_applicable: { Symbol: MinusCircleIcon, status: undefined },
} as const;

const useResultName = (): Readonly<Record<Check['result'], string>> => {
  const { t } = usePluginTranslation();
  return {
    passed: t('Passed'),
    failed: t('Failed'),
    warning: t('Warning'),
    unchecked: t('Not checked'),
    not_applicable: t('Does not apply'),
  };
};

/** What needs attention first; the order within a result stays. */
const ORDER: readonly Check['result'][] = [
  'failed',
  'warning',
  'unchecked',
  'passed',
  'not_applicable',
];

/** Everything that was looked at, so that silence is told apart from a check that passed. */
export const CheckList = ({ checks }: { checks: readonly Check[] }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const names = useResultName();
  const [open, setOpen] = useState(false);
  const passed = checks.filter(({ result }) => result === 'passed').length;
  return (
    <ExpandableSection
      isExpanded={open}
      onToggle={(_event, expanded) => setOpen(expanded)}
      toggleText={t('Checks: {{passed}} of {{all}} passed', { passed, all: checks.length })}
    >
      <List isPlain>
        {ORDER.flatMap((result) => checks.filter((check) => check.result === result)).map(
          (check) => {
            const { Symbol, status } = ICONS[check.result];
            return (
              <ListItem
                data-test="ai-diagnosis-check"
                icon={
                  <Icon status={status}>
                    <Symbol title={names[check.result]} />
                  </Icon>
                }
                key={check.id}
              >
                <strong>{message(check.nameMessage)}</strong> {message(check.messageMessage)}
              </ListItem>
            );
          },
        )}
      </List>
    </ExpandableSection>
  );
};
