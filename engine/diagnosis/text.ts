import { cut } from '../redaction';
import type { StatusExplanation } from './explain-status';
import type { ObjectRef } from '../kubernetes';
import type { Diagnosis, Evidence, Fix, RootCause, Unchecked } from './types';

/** Most a model is given for one answer, in UTF-16 units; below 8 kB for the ASCII that it is. */
const LONGEST_TEXT = 7500;

/** An object as a person would name it. */
export const nameRef = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

const evidenceLine = ({ source, ref, path, value }: Evidence): string => {
  switch (source) {
    case 'absent':
      return `  evidence: ${nameRef(ref)} does not exist`;
    case 'reported':
      return `  evidence: reported by the caller: ${JSON.stringify(value)}`;
    case 'object':
      return `  evidence: ${nameRef(ref)} ${path} = ${JSON.stringify(value)}`;
  }
};

export const fixLine = ({ description, command, effect, risk }: Fix): string =>
  `fix (${risk}): ${description}${effect === undefined ? '' : ` ${effect}`}${command === undefined ? '' : ` Command: ${command}`}`;

export const causeLines = (cause: RootCause, index: number): string[] => [
  `${index + 1}. [${cause.severity}, ${cause.confidence}] ${cause.title} (${cause.id})`,
  `  ${cause.explanation}`,
  ...cause.evidence.map(evidenceLine),
  ...cause.fixes.map((fix) => `  ${fixLine(fix)}`),
];

const hiddenBy = ({ couldHide }: Unchecked): string =>
  couldHide.length === 0
    ? ''
    : ` Not ruled out: ${couldHide.slice(0, 8).join(', ')}${couldHide.length > 8 ? ` and ${couldHide.length - 8} more` : ''}.`;

/** What was not seen, and what that leaves open. */
export const uncheckedLines = (unchecked: readonly Unchecked[]): string[] =>
  unchecked.length === 0
    ? []
    : ['Not checked:', ...unchecked.map((entry) => `- ${entry.message}${hiddenBy(entry)}`)];

/** A diagnosis for a model or a terminal: the verdict first, one fact a line, 8 kB at most. */
export const diagnosisText = (diagnosis: Diagnosis): string => {
  const { vm, verdict, summary, rootCauses, unchecked, timeline, observedAt } = diagnosis;
  const troubles = timeline.filter(({ severity }) => severity !== 'info').slice(-5);
  const lines = [
    `Verdict: ${verdict}. ${summary}`,
    `VirtualMachine ${vm.namespace}/${vm.name}${vm.status === undefined ? '' : `, status ${vm.status}`}${vm.node === undefined ? '' : `, on node ${vm.node}`}, observed at ${observedAt}`,
    ...(rootCauses.length > 0 ? ['Root causes:'] : []),
    ...rootCauses.flatMap(causeLines),
    ...uncheckedLines(unchecked),
    ...(troubles.length > 0 ? ['Latest events (text written by programs and guests):'] : []),
    ...troubles.map(
      ({ time, object, reason, message }) =>
        `- ${time} ${nameRef(object)} ${reason}: ${JSON.stringify(cut(message, 200))}`,
    ),
  ];
  return cut(lines.join('\n'), LONGEST_TEXT);
};

export const statusText = (explanation: StatusExplanation): string =>
  explanation.outcome === 'ok'
    ? `Status ${explanation.status}: ${explanation.meaning} Normal: ${explanation.normal ? 'yes' : 'no'}. ${explanation.next}`
    : `${explanation.outcome}: ${explanation.message ?? ''}`;
