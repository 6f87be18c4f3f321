import type { Diagnosis, DiagnosisRequest } from '@cnv-ai/engine/diagnosis';
import { answerDiagnosis } from './source';
import { useAsked, type Asked } from './useAsked';
import { useImpersonating } from './useImpersonating';

/**
 * Diagnoses while mounted, and anew when the request changes by value; `undefined` asks nothing.
 * `cluster` is the ACM name of another cluster the VM lives on.
 */
export const useDiagnosis = (
  request: DiagnosisRequest | undefined,
  cluster?: string,
): Asked<Diagnosis> => {
  const impersonating = useImpersonating();
  const key = request && JSON.stringify([request, cluster, impersonating]);
  const { asked } = useAsked<Diagnosis>(key, (signal) =>
    request === undefined
      ? Promise.reject(new Error('nothing asked'))
      : answerDiagnosis(request, signal, { impersonating, cluster }),
  );
  return asked;
};
