import { ClipboardCopy, Flex, FlexItem, Label, List, ListItem } from '@patternfly/react-core';
import type { Fix } from '@cnv-ai/engine/diagnosis';
import { ApplyFix } from '../fixes/ApplyFix';
import type { Diagnosed } from '../fixes/diagnosed';
import { useMessage, usePluginTranslation } from '../i18n';
import './style.css';

const RiskLabel = ({ risk }: { risk: Fix['risk'] }) => {
  const { t } = usePluginTranslation();
  const { text, status } = {
    safe: { text: t('Safe'), status: 'success' as const },
    confirm: { text: t('Changes the VirtualMachine'), status: 'warning' as const },
    manual: { text: t('By hand'), status: undefined },
  }[risk];
  return (
    <Label isCompact status={status} variant="outline">
      {text}
    </Label>
  );
};

type FixOf = {
  readonly rootCauseId: string;
  /** The machine the fixes are for; without it they can only be copied. */
  readonly diagnosed?: Diagnosed;
};

const FixItem = ({ fix, ...of }: FixOf & { fix: Fix }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  return (
    <ListItem data-test="ai-diagnosis-fix">
      <Flex
        alignItems={{ default: 'alignItemsStretch' }}
        direction={{ default: 'column' }}
        gap={{ default: 'gapXs' }}
      >
        <div>
          {message(fix.descriptionMessage)} <RiskLabel risk={fix.risk} />
        </div>
        {fix.effectMessage === undefined ? null : (
          <div>{t('Effect: {{effect}}', { effect: message(fix.effectMessage) })}</div>
        )}
        {fix.command === undefined ? null : (
          <ClipboardCopy
            clickTip={t('Copied')}
            copyAriaLabel={t('Copy the command')}
            hoverTip={t('Copy the command')}
            isBlock
            isCode
            variant="inline-compact"
          >
            {fix.command}
          </ClipboardCopy>
        )}
        <FlexItem>
          <ApplyFix fix={fix} {...of} />
        </FlexItem>
      </Flex>
    </ListItem>
  );
};

/** What can be done, best first: as commands to copy or in a dialog, never by itself. */
export const FixList = ({ fixes, ...of }: FixOf & { fixes: readonly Fix[] }) => (
  <List isPlain>
    {fixes.map((fix, index) => (
      <FixItem fix={fix} key={`${fix.id}/${index}`} {...of} />
    ))}
  </List>
);
