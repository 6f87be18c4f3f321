import {
  apiVersionOf,
  formatTime,
  RESOURCES,
  type KubeObject,
  type ObjectRef,
} from '../kubernetes';
import { english, say, type Message } from '../messages';
import type { Gathered, Missed } from './facts';
import { absence } from './evidence';
import { renderCause } from './render';
import type { Found } from './run';
import { uncheckedOf } from './unchecked';
import type { Diagnosis, DiagnosisRequest, Evidence, RootCause, Verdict } from './types';

type Refusal = {
  verdict: Verdict;
  summary: Message;
  cause?: { id: string; title: Message; evidence: Evidence[]; command: string; fix: Message };
};

/** A request that was refused made no VM: what the caller was told is all there is to go by. */
const summaryOfMissing = (
  { vmName: name, namespace }: DiagnosisRequest,
  [told]: readonly Found[],
): Message =>
  told === undefined
    ? say('There is no VirtualMachine "{{name}}" in project {{namespace}}.', { name, namespace })
    : say(
        'There is no VirtualMachine "{{name}}" in project {{namespace}}. What was reported points to this: {{title}}.',
        { name, namespace, title: told.rule.title.id },
      );

const missing = (ref: ObjectRef, request: DiagnosisRequest, told: readonly Found[]): Refusal => ({
  verdict: 'not_found',
  summary: summaryOfMissing(request, told),
  cause: {
    id: 'vm-not-found',
    title: say('No VirtualMachine of this name exists in this project'),
    evidence: [absence(ref)],
    command: `oc get vm -n ${request.namespace}`,
    fix: say('Look at the names that exist in this project, or in the others.'),
  },
});

const barred = (ref: ObjectRef, missed: Missed, request: DiagnosisRequest): Refusal => {
  const { namespace, vmName: name } = request;
  if (missed.reason === 'forbidden') {
    return {
      verdict: 'forbidden',
      summary: say('You may not read VirtualMachine "{{name}}" in project {{namespace}}.', {
        name,
        namespace,
      }),
      cause: {
        id: 'insufficient-rbac',
        title: say('You may not read what this diagnosis rests on'),
        evidence: [{ source: 'reported', ref, path: '', value: 'forbidden' }],
        command: `oc auth can-i get virtualmachines.kubevirt.io -n ${namespace}`,
        fix: say('Ask for the role kubevirt.io:view or view in this project.'),
      },
    };
  }
  if (missed.reason === 'not_installed') {
    return {
      verdict: 'unavailable',
      summary: say('This cluster does not serve VirtualMachines.'),
      cause: {
        id: 'kubevirt-not-installed',
        title: say('OpenShift Virtualization is not installed'),
        evidence: [{ source: 'reported', ref, path: '', value: 'not installed' }],
        command: 'oc api-resources --api-group=kubevirt.io',
        fix: say('Install OpenShift Virtualization, or look at another cluster.'),
      },
    };
  }
  return {
    verdict: 'unavailable',
    summary: say('The cluster did not answer about VirtualMachine "{{name}}". Try again.', {
      name,
    }),
  };
};

const optedOut = (request: DiagnosisRequest): Refusal => ({
  verdict: 'unavailable',
  summary: say('Project {{namespace}} is left out of AI assistance by its administrator.', {
    namespace: request.namespace,
  }),
});

const renderCauses = ({ cause }: Refusal): RootCause[] =>
  cause === undefined
    ? []
    : [
        {
          id: cause.id,
          title: english(cause.title),
          titleMessage: cause.title,
          severity: 'critical',
          confidence: 'certain',
          explanation: english(cause.title),
          explanationMessage: cause.title,
          evidence: cause.evidence,
          fixes: [
            {
              id: `${cause.id}-look`,
              description: english(cause.fix),
              descriptionMessage: cause.fix,
              command: cause.command,
              risk: 'safe',
            },
          ],
        },
      ];

/**
 * The answer when the VM itself was not there to look at. `told`: what the caller's own words
 * prove, which stands beside a VM that does not exist.
 */
export const refusal = (
  why: Gathered<{ object?: KubeObject }> | 'opted_out',
  request: DiagnosisRequest,
  now: number,
  told: readonly Found[] = [],
): Diagnosis => {
  const { namespace, vmName: name } = request;
  const kind = RESOURCES.virtualMachines;
  const ref = { apiVersion: apiVersionOf(kind), kind: kind.kind, namespace, name };
  const missed = why === 'opted_out' ? [] : why.missed;
  const [first] = missed;
  const refused =
    why === 'opted_out'
      ? optedOut(request)
      : first === undefined
        ? missing(ref, request, told)
        : barred(ref, first, request);
  const rootCauses = [
    ...(refused.verdict === 'not_found' ? told.map(renderCause) : []),
    ...renderCauses(refused),
  ];
  return {
    vm: { namespace, name },
    verdict: refused.verdict,
    summary: english(refused.summary),
    summaryMessage: refused.summary,
    rootCauses,
    checks: [],
    suggestions: rootCauses.flatMap(({ fixes }) => fixes),
    timeline: [],
    graph: { nodes: [], edges: [] },
    unchecked: uncheckedOf([], missed),
    observedAt: formatTime(now),
  };
};
