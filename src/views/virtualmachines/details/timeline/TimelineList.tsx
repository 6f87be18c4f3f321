import { useState } from 'react';
import { ExpandableSection, List, ListItem } from '@patternfly/react-core';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import type { TimelineEntry } from '@cnv-ai/engine/diagnosis';
import { ObjectLink } from '../../../../components/ObjectLink';
import { SeverityIcon } from '../../../../components/SeverityIcon';
import { useMessage, usePluginTranslation } from '../../../../i18n';

const SEVERITIES = { info: 'info', warning: 'warning', error: 'critical' } as const;

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const { count, messageMessage } = entry;
  return (
    <ListItem icon={<SeverityIcon severity={SEVERITIES[entry.severity]} />}>
      <Timestamp timestamp={entry.time} /> <ObjectLink subject={entry.object} />
      <div>
        <strong>{entry.reason}</strong>{' '}
        {count === undefined || count < 2 ? null : t('({{count}} times)', { count })}
      </div>
      <div className="cnv-ai-plugin__text">
        {messageMessage === undefined ? entry.message : message(messageMessage)}
      </div>
    </ListItem>
  );
};

/** What happened around the VirtualMachine, in the order it is given. */
export const TimelineList = ({ entries }: { entries: readonly TimelineEntry[] }) => {
  const { t } = usePluginTranslation();
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      isExpanded={open}
      onToggle={(_event, expanded) => setOpen(expanded)}
      toggleText={t('Timeline: {{count}} events', { count: entries.length })}
    >
      <List isPlain>
        {entries.map((entry, index) => (
          <Entry entry={entry} key={`${entry.time}/${entry.reason}/${index}`} />
        ))}
      </List>
    </ExpandableSection>
  );
};
