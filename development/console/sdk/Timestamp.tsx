import { parseTime } from '@cnv-ai/engine/kubernetes';
import { GlobeAmericasIcon } from '@patternfly/react-icons';
import type { TimestampProps } from '@openshift-console/dynamic-plugin-sdk';
import { useTranslation } from 'react-i18next';

/** A time in the reader's zone and language; without one, a dash. `simple` leaves the icon out. */
export const Timestamp = ({ timestamp, simple, className }: TimestampProps) => {
  const { i18n } = useTranslation();
  const time = parseTime(timestamp);
  if (time === undefined) return <span className={className}>-</span>;
  const format = new Intl.DateTimeFormat(i18n.language || undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <span className={className} title={new Date(time).toISOString()} data-test="timestamp">
      {simple ? null : (
        <>
          <GlobeAmericasIcon aria-hidden />{' '}
        </>
      )}
      {format.format(time)}
    </span>
  );
};
