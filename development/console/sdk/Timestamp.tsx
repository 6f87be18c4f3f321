import { parseTime } from '@cnv-ai/engine/kubernetes';
import { GlobeAmericasIcon } from '@patternfly/react-icons';
import type { TimestampProps } from '@openshift-console/dynamic-plugin-sdk';
import { useTranslation } from 'react-i18next';

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make one takes longer than to use it a hundred times. */
const formatFor = (language: string): Intl.DateTimeFormat => {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(language || undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  formats.set(language, format);
  return format;
};

/** A time in the reader's zone and language; without one, a dash. `simple` leaves the icon out. */
export const Timestamp = ({ timestamp, simple, className }: TimestampProps) => {
  const { i18n } = useTranslation();
  const time = parseTime(timestamp);
  if (time === undefined) return <span className={className}>-</span>;
  return (
    <span className={className} title={new Date(time).toISOString()} data-test="timestamp">
      {simple ? null : (
        <>
          <GlobeAmericasIcon aria-hidden />{' '}
        </>
      )}
      {formatFor(i18n.language).format(time)}
    </span>
  );
};
