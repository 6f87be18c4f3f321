import { useMemo } from 'react';
import {
  useOverlay,
  type Action,
  type K8sResourceCommon,
} from '@openshift-console/dynamic-plugin-sdk';
import { nameOf, namespaceOf } from '@cnv-ai/engine/kubernetes';
import { usePluginTranslation } from '../../../i18n';
import { clusterOf } from './cluster';
import { DiagnosisModal } from './DiagnosisModal';

/** Provider of the action "Diagnose with AI" in a VirtualMachine's menus. */
export const useDiagnoseAction = (vm: K8sResourceCommon): [Action[], boolean, undefined] => {
  const { t } = usePluginTranslation();
  const launch = useOverlay();
  const [namespace, vmName, cluster] = [namespaceOf(vm) ?? '', nameOf(vm), clusterOf(vm)];
  const actions = useMemo(
    () => [
      {
        id: 'cnv-ai-diagnose',
        label: t('Diagnose with AI'),
        cta: () => launch(DiagnosisModal, { namespace, vmName, cluster }),
      },
    ],
    [t, launch, namespace, vmName, cluster],
  );
  return [actions, true, undefined];
};
