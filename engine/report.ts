import type { Diagnosis, Evidence, Fix, RootCause } from './diagnosis';
import type { Fleet } from './fleet';
import type { ObjectRef } from './kubernetes';
import { escapeUnsafe } from './redaction';

/** Text out of a cluster inside Markdown: no markup of its own, one line. */
const plain = (text: string): string =>
  escapeUnsafe(text).replace(/[\\`*_{}[\]<>|#~]/g, (character) => `\\${character}`);

/** A value in a code span that nothing in it can end. */
const code = (text: string): string => {
  const safe = escapeUnsafe(text);
  const fence = '`'.repeat(
    Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  return fence.length > 1 ? `${fence} ${safe} ${fence}` : `\`${safe}\``;
};

const nameOf = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

const evidenceLine = ({ source, ref, path, value }: Evidence): string => {
  if (source === 'absent') return `- ${plain(nameOf(ref))} does not exist`;
  if (source === 'reported') return `- Reported: ${code(value)}`;
  return `- ${plain(nameOf(ref))}, ${code(path)}: ${code(value)}`;
};

const fixLines = ({ description, risk, effect, command }: Fix): string[] => [
  `- ${plain(description)}${effect === undefined ? '' : ` ${plain(effect)}`} (${risk})`,
  ...(command === undefined ? [] : ['', `  ${code(command)}`, '']),
];

const causeLines = (cause: RootCause, index: number): string[] => [
  `## ${index + 1}. ${plain(cause.title)}`,
  '',
  `${cause.severity}, ${cause.confidence}, ${code(cause.id)}`,
  '',
  plain(cause.explanation),
  '',
  ...(cause.evidence.length === 0
    ? []
    : ['Evidence:', '', ...cause.evidence.map(evidenceLine), '']),
  ...(cause.fixes.length === 0 ? [] : ['Fixes:', '', ...cause.fixes.flatMap(fixLines), '']),
];

const foot = (time: string, author: string): string[] => [
  `As of ${time}. Written by ${author}; secrets are left out.`,
  '',
];

const uncheckedLines = (unchecked: readonly { message: string }[]): string[] =>
  unchecked.length === 0
    ? []
    : ['## Not checked', '', ...unchecked.map(({ message }) => `- ${plain(message)}`), ''];

/** A diagnosis as a page to share: Markdown without secrets. `author` is a program and its version. */
export const diagnosisReport = (diagnosis: Diagnosis, author: string): string => {
  const { vm, verdict, summary, rootCauses, timeline, unchecked, observedAt } = diagnosis;
  return [
    `# ${plain(`${vm.namespace}/${vm.name}`)}: ${verdict.replaceAll('_', ' ')}`,
    '',
    plain(summary),
    '',
    ...rootCauses.flatMap(causeLines),
    ...uncheckedLines(unchecked),
    ...(timeline.length === 0 ? [] : ['## What happened', '']),
    ...timeline.map(
      ({ time, object, reason, message }) =>
        `- ${time} ${plain(nameOf(object))} ${plain(reason)}: ${code(message)}`,
    ),
    ...(timeline.length === 0 ? [] : ['']),
    ...foot(observedAt, author),
  ].join('\n');
};

/** The failing VMs as a page to share. */
export const fleetReport = (
  { groups, total, byVerdict, unchecked, asOf }: Fleet,
  author: string,
): string =>
  [
    `# ${total} failing virtual machines, ${groups.length} problems`,
    '',
    Object.entries(byVerdict)
      .filter(([, count]) => count > 0)
      .map(([verdict, count]) => `${count} ${verdict.replaceAll('_', ' ')}`)
      .join(', '),
    '',
    ...groups.flatMap(({ title, rootCauseId, severity, commonFactor, vms }, index) => [
      `## ${index + 1}. ${plain(title)}`,
      '',
      `${vms.length} virtual machine${vms.length === 1 ? '' : 's'}, ${severity}, ${code(rootCauseId)}`,
      '',
      ...(commonFactor === undefined ? [] : [plain(commonFactor.message), '']),
      ...vms.map(({ namespace, name }) => `- ${plain(`${namespace}/${name}`)}`),
      '',
    ]),
    ...uncheckedLines(unchecked),
    ...foot(asOf, author),
  ].join('\n');
