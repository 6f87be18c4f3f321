import { getI18n } from 'react-i18next';
import { HealthState, type SubsystemHealth } from '@openshift-console/dynamic-plugin-sdk';
import { NAMESPACE } from '../../../i18n';
import { createFailing, type Failing } from './failing';

const failing = createFailing();

/** What the overview calls instead of fetching the address of the extension. */
export const fetchFailing = (): Promise<Failing> => failing();

/** The state of all virtual machines for the overview's status card. */
export const failingHealth = (response?: Failing, error?: unknown): SubsystemHealth => {
  const t = getI18n().getFixedT(null, NAMESPACE);
  if (error !== undefined && error !== null) {
    return { state: HealthState.NOT_AVAILABLE, message: t('Virtual machines cannot be read') };
  }
  if (response === undefined) return { state: HealthState.LOADING };
  const { count, atLeast } = response;
  if (count === 0) {
    return atLeast
      ? { state: HealthState.UNKNOWN, message: t('None of those looked at fails') }
      : { state: HealthState.OK };
  }
  return {
    state: HealthState.WARNING,
    message: atLeast
      ? t('At least {{count}} virtual machines fail', { count })
      : t('{{count}} virtual machines fail', { count }),
  };
};
