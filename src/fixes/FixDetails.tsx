import { DescriptionList, Label, List, ListItem } from '@patternfly/react-core';
import type { Fix } from '@cnv-ai/engine/diagnosis';
import type { ObjectRef } from '@cnv-ai/engine/kubernetes';
import { Described } from '../components/Described';
import { ObjectLink } from '../components/ObjectLink';
import { useMessage, usePluginTranslation } from '../i18n';
import type { Permission } from './preview';

const Permissions = ({ permissions }: { permissions: readonly Permission[] }) => {
  const { t } = usePluginTranslation();
  return (
    <List data-test="ai-fix-permissions" isPlain>
      {permissions.map(({ right, allowed }) => (
        <ListItem key={right}>
          <span className="cnv-ai-plugin__value" translate="no">
            {right}
          </span>{' '}
          <Label isCompact status={allowed ? 'success' : 'danger'} variant="outline">
            {allowed ? t('Allowed') : t('Not allowed')}
          </Label>
        </ListItem>
      ))}
    </List>
  );
};

export type FixDetailsProps = {
  readonly fix: Fix;
  readonly target: ObjectRef;
  /** What the change takes; absent until the API server was asked. */
  readonly permissions?: readonly Permission[];
};

/** What is to be done, to what, who may, and what it does to the running machine. */
export const FixDetails = ({ fix, target, permissions = [] }: FixDetailsProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  return (
    <DescriptionList isCompact isHorizontal>
      <Described term={t('What to do')}>{message(fix.descriptionMessage)}</Described>
      <Described term={t('Changes')}>
        <ObjectLink subject={target} />
      </Described>
      {fix.effectMessage === undefined ? null : (
        <Described term={t('Effect')}>{message(fix.effectMessage)}</Described>
      )}
      <Described term={t('Made as')}>{t('You, with your own session')}</Described>
      {permissions.length === 0 ? null : (
        <Described term={t('Permissions')}>
          <Permissions permissions={permissions} />
        </Described>
      )}
    </DescriptionList>
  );
};
