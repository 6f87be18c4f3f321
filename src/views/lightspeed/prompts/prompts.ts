import type { Diagnosis, DiagnosisRequest, RootCause } from '@cnv-ai/engine/diagnosis';
import { MINUTE, RESOURCES, textAt, uidOf } from '@cnv-ai/engine/kubernetes';
import type { LightspeedQuestion } from '../question';
import { factLine } from './data';
import { vmPhrase } from './prompt';

const USE_DIAGNOSIS =
  'If the tool diagnose_vm_error is available, call it with this namespace and vmName before you answer.';

const EVIDENCE_EACH = 6;
const LATEST_EVENTS = 20;

/** Which object, and which version of it: an answer about another one is not shown again. */
export const versionOf = (vm: unknown): string | undefined => {
  const uid = uidOf(vm);
  return uid && `${uid}/${textAt(vm, 'metadata', 'resourceVersion') ?? ''}`;
};

const aboutVersion = (subject: string | undefined): Pick<LightspeedQuestion, 'subject'> =>
  subject === undefined ? {} : { subject };

const causeFact = ({ id, title, severity, confidence, explanation, evidence, fixes }: RootCause) =>
  factLine('root cause', {
    id,
    title,
    severity,
    confidence,
    explanation,
    evidence: evidence.slice(0, EVIDENCE_EACH).map(({ ref, path, value }) => ({
      object: `${ref.kind} ${ref.name}`,
      path,
      value,
    })),
    fixes: fixes.map(({ description, command, effect }) => ({ description, command, effect })),
  });

/**
 * The projects that the facts are from: a clone has its source in another one. The installation's
 * own resource, which every user may read, tells of none.
 */
const projectsOf = ({ vm, rootCauses, timeline }: Diagnosis): string[] => {
  const refs = [
    ...rootCauses.flatMap(({ evidence }) => evidence.map(({ ref }) => ref)),
    ...timeline.map(({ object }) => object),
  ];
  const others = refs
    .filter(({ kind }) => kind !== RESOURCES.kubevirts.kind)
    .flatMap(({ namespace }) => namespace ?? []);
  return [...new Set([vm.namespace, ...others])];
};

/** Explains the findings on the page. `asked` is what the user wanted to know, if anything. */
export const diagnosisQuestion = (diagnosis: Diagnosis, asked?: string): LightspeedQuestion => {
  const { vm, verdict, summary, rootCauses, unchecked, timeline } = diagnosis;
  return {
    task: `Explain to an administrator of OpenShift Virtualization what the findings about ${vmPhrase(vm.namespace, vm.name)} mean and what to do next, in order.`,
    rules: [
      USE_DIAGNOSIS,
      'Keep to the findings: name the root cause, what it blocks, and the first step.',
      'What is listed as not checked is unknown, neither good nor bad.',
    ],
    facts: [
      factLine('virtual machine', {
        namespace: vm.namespace,
        vmName: vm.name,
        status: vm.status,
        node: vm.node,
      }),
      ...(asked === undefined ? [] : [factLine('asked by the user', asked)]),
      factLine('verdict', { verdict, summary }),
      ...rootCauses.map(causeFact),
      ...unchecked.map(({ resource, reason, message }) =>
        factLine('not checked', { resource, reason, message }),
      ),
      ...timeline
        .slice(-LATEST_EVENTS)
        .map(({ time, object, reason, message }) =>
          factLine('event', { time, object: `${object.kind} ${object.name}`, reason, message }),
        ),
    ],
    basis: 'findings',
    namespaces: projectsOf(diagnosis),
    about: rootCauses.map(({ id }) => id),
    ...aboutVersion(vm.uid && `${vm.uid}/${vm.resourceVersion ?? ''}`),
  };
};

export type ConditionSubject = {
  readonly namespace: string;
  readonly vmName: string;
  readonly condition: NonNullable<DiagnosisRequest['condition']>;
  /** As `versionOf` tells it, or when the condition came about. */
  readonly version?: string;
};

/** What one condition means. The status stands beside the type: models misread one for the other. */
export const conditionQuestion = ({
  namespace,
  vmName,
  condition,
  version,
}: ConditionSubject): LightspeedQuestion => ({
  task: `Explain to an administrator of OpenShift Virtualization what the condition in the data says about ${vmPhrase(namespace, vmName)}, whether it is a fault, and what to do about it.`,
  rules: [
    USE_DIAGNOSIS,
    'A condition is true, false or unknown by its status; its type is only its name.',
  ],
  facts: [factLine('virtual machine', { namespace, vmName }), factLine('condition', condition)],
  basis: 'general',
  namespaces: [namespace],
  ...aboutVersion(version),
});

export type ErrorSubject = {
  readonly namespace?: string;
  readonly vmName?: string;
  /** What was tried, in the page's words. */
  readonly title: string;
  readonly message: string;
};

/** What an error message means and how to get past it. */
export const errorQuestion = ({
  namespace,
  vmName,
  title,
  message,
}: ErrorSubject): LightspeedQuestion => {
  const vm =
    namespace === undefined || vmName === undefined ? undefined : vmPhrase(namespace, vmName);
  return {
    task: `Explain to an administrator of OpenShift Virtualization the error in the data${vm === undefined ? '' : `, which happened to ${vm}`}, and what to do about it.`,
    rules: vm === undefined ? [] : [USE_DIAGNOSIS],
    facts: [factLine('error', { namespace, vmName, title, message })],
    basis: 'general',
    namespaces: namespace === undefined ? [] : [namespace],
  };
};

export type StatusSubject = {
  readonly namespace: string;
  readonly vmName: string;
  /** The printable status. */
  readonly status: string;
  readonly version?: string;
};

/** What a printable status means for this VM. */
export const statusQuestion = ({
  namespace,
  vmName,
  status,
  version,
}: StatusSubject): LightspeedQuestion => ({
  task: `Explain to an administrator of OpenShift Virtualization what the status of ${vmPhrase(namespace, vmName)} means, whether it is normal, and what usually comes next.`,
  rules: [
    'If the tool explain_vm_status is available, call it with this namespace and vmName before you answer.',
  ],
  facts: [factLine('virtual machine', { namespace, vmName, status })],
  basis: 'general',
  namespaces: [namespace],
  ...aboutVersion(version),
});

export type StrategySubject = {
  readonly namespace: string;
  readonly vmName: string;
  /** `spec.runStrategy`. */
  readonly strategy: string;
  readonly version?: string;
};

/** What a run strategy means for this VM. */
export const strategyQuestion = ({
  namespace,
  vmName,
  strategy,
  version,
}: StrategySubject): LightspeedQuestion => ({
  task: `Explain to an administrator of OpenShift Virtualization what the run strategy of ${vmPhrase(namespace, vmName)} makes KubeVirt do, and when another one fits better.`,
  rules: ['Answer about this run strategy; do not propose to change it unless there is a reason.'],
  facts: [factLine('virtual machine', { namespace, vmName, runStrategy: strategy })],
  basis: 'general',
  namespaces: [namespace],
  ...aboutVersion(version),
});

export type SearchSubject = {
  /** The user's sentence as typed. */
  readonly sentence: string;
  /** The project the page is limited to. */
  readonly namespace?: string;
  /** Words the search could not use. */
  readonly notUnderstood: readonly string[];
};

/** Finds VMs by a sentence the search itself could not read. */
export const searchQuestion = ({
  sentence,
  namespace,
  notUnderstood,
}: SearchSubject): LightspeedQuestion => ({
  task: 'Find the VirtualMachines an administrator of OpenShift Virtualization describes in the data.',
  rules: [
    'Call the tool search_vms_semantic once, with structured filters (where) instead of the sentence; keep to the namespace in the data if there is one.',
    'If the tool is not available, or cannot express the question, say so and list no VirtualMachine.',
    'Say in one sentence which filter you used; the page shows the rows itself.',
  ],
  facts: [factLine('search', { sentence, namespace, notUnderstood })],
  basis: 'general',
  namespaces: namespace === undefined ? [] : [namespace],
  // What is found changes with the machines.
  lasts: 5 * MINUTE,
});
