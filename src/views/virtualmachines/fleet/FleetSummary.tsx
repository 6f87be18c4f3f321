import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import type { Fleet } from '@cnv-ai/engine/fleet';
import { InlineAlert } from '../../../components/InlineAlert';
import { useMessage, usePluginTranslation } from '../../../i18n';

/** How many were looked at and may fail all the same. */
const unjudged = ({ byVerdict }: Fleet): number => byVerdict.unknown + byVerdict.unavailable;

/** "3 problems affecting 41 virtual machines", of all or of those looked at, or why it is not known. */
export const useFleetSentence = (fleet: Fleet): string => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const { outcome, messageMessage, groups, total, remaining } = fleet;
  if (outcome !== 'ok') {
    return messageMessage === undefined
      ? t('The virtual machines could not be read.')
      : message(messageMessage);
  }
  if (total === 0) {
    const count = unjudged(fleet);
    if (count > 0) return t('{{count}} virtual machines could not be judged', { count });
    return remaining > 0
      ? t('None of those looked at fails')
      : t('No failing virtual machine was found');
  }
  const problems = t('{{count}} problems', { count: groups.length });
  const machines = t('{{count}} virtual machines', { count: total });
  return remaining > 0
    ? t('{{problems}} affecting {{machines}} so far; more are to be looked at', {
        problems,
        machines,
      })
    : t('{{problems}} affecting {{machines}}', { problems, machines });
};

const variantOf = (fleet: Fleet) => {
  const { outcome, total, remaining, groups } = fleet;
  if (outcome !== 'ok' || (total === 0 && unjudged(fleet) > 0)) return 'warning';
  if (total === 0) return remaining > 0 ? 'info' : 'success';
  return groups.some(({ severity }) => severity === 'critical') ? 'danger' : 'warning';
};

/** The answer about the fleet in one line. */
export const FleetSummary = ({ fleet }: { fleet: Fleet }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const { outcome, messageMessage, scope, asOf, diagnosed, undiagnosed } = fleet;
  const isAnswered = outcome === 'ok';
  return (
    <InlineAlert
      component="h2"
      data-test="ai-fleet-summary"
      title={useFleetSentence(fleet)}
      variant={variantOf(fleet)}
    >
      {isAnswered && undiagnosed > 0 ? (
        <p>
          {t('{{done}} of {{all}} looked at', { done: diagnosed, all: diagnosed + undiagnosed })}
        </p>
      ) : null}
      {isAnswered && messageMessage !== undefined ? (
        <p>
          {t('The others could not be looked at: {{reason}}', { reason: message(messageMessage) })}
        </p>
      ) : null}
      {scope.hidden && isAnswered ? (
        <p>{t('Only the projects you may see were looked at.')}</p>
      ) : null}
      <small>
        {t('Observed')} <Timestamp simple timestamp={asOf} />
      </small>
    </InlineAlert>
  );
};
