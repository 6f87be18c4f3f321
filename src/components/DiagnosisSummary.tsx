import { type AlertProps } from '@patternfly/react-core';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import type { Diagnosis, Verdict } from '@cnv-ai/engine/diagnosis';
import { useMessage, usePluginTranslation } from '../i18n';
import { InlineAlert } from './InlineAlert';
import './style.css';

const VARIANTS: Readonly<Record<Verdict, AlertProps['variant']>> = {
  healthy: 'success',
  in_progress: 'info',
  stopped: 'info',
  problem: 'danger',
  unknown: 'warning',
  not_found: 'warning',
  forbidden: 'warning',
  unavailable: 'warning',
};

/** A verdict `problem` is red only when something is broken now; a latent one is a warning. */
const variantOf = ({ verdict, rootCauses }: Diagnosis): AlertProps['variant'] =>
  verdict === 'problem' && !rootCauses.some(({ severity }) => severity === 'critical')
    ? 'warning'
    : VARIANTS[verdict];

/** A verdict in a few words. */
export const useVerdict = (verdict: Verdict): string => {
  const { t } = usePluginTranslation();
  return {
    healthy: t('No problem found'),
    in_progress: t('In progress'),
    stopped: t('Stopped'),
    problem: t('Problem found'),
    unknown: t('No conclusion'),
    not_found: t('VirtualMachine not found'),
    forbidden: t('Not permitted'),
    unavailable: t('No answer from the cluster'),
  }[verdict];
};

/** The verdict and the answer in one or two sentences. */
export const DiagnosisSummary = ({ diagnosis }: { diagnosis: Diagnosis }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  return (
    <InlineAlert
      component="h2"
      data-test="ai-diagnosis-summary"
      data-verdict={diagnosis.verdict}
      title={useVerdict(diagnosis.verdict)}
      variant={variantOf(diagnosis)}
    >
      <p className="cnv-ai-plugin__text">{message(diagnosis.summaryMessage)}</p>
      <small>
        {t('Observed')} <Timestamp simple timestamp={diagnosis.observedAt} />
      </small>
    </InlineAlert>
  );
};
