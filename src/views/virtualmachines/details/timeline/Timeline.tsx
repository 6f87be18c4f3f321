import { useMemo } from 'react';
import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { parseTime } from '@cnv-ai/engine/kubernetes';
import type { TimelineEntry } from '@cnv-ai/engine/diagnosis';
import { usePluginTranslation } from '../../../../i18n';
import { lanesOf } from './lanes';
import { TimelineList } from './TimelineList';
import { TimelinePicture } from './TimelinePicture';

export type TimelineProps = {
  readonly entries: readonly TimelineEntry[];
  /** When this was looked at, RFC 3339. */
  readonly observedAt: string;
};

/** What happened around the machine: at a glance, and in words on demand. */
export const Timeline = ({ entries, observedAt }: TimelineProps) => {
  const { t } = usePluginTranslation();
  const { lanes, ticks } = useMemo(
    () => lanesOf(entries, parseTime(observedAt) ?? 0),
    [entries, observedAt],
  );
  return (
    <Card component="section" isCompact>
      <CardTitle component="h2">{t('What happened')}</CardTitle>
      <CardBody>
        <TimelinePicture lanes={lanes} ticks={ticks} />
        <TimelineList entries={entries} />
      </CardBody>
    </Card>
  );
};
