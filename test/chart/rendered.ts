import { isRecord } from '@cnv-ai/engine/kubernetes';
import { parseAllDocuments } from 'yaml';
import { CHART } from './chart';
import { helm, type HelmAnswer } from './helm';
import type { Manifest } from './policies';

/** That of OpenShift 4.22; a Helm built from its module knows an old one. */
const KUBERNETES = '1.35.0';

/** The chart with these values, as Helm would send it to a cluster. */
export const template = (program: string, values: object, namespace = 'cnv-ai'): HelmAnswer =>
  helm(
    program,
    ['template', 'trial', CHART, '--namespace', namespace, '--kube-version', KUBERNETES],
    values,
  );

export const manifestsOf = (text: string): Manifest[] =>
  parseAllDocuments(text).flatMap((document): Manifest[] => {
    const value: unknown = document.toJS();
    return isRecord(value) ? [value] : [];
  });
