import type { ObjectRef } from '@cnv-ai/engine/kubernetes';
import type { Diagnosis, Evidence, Fix, RootCause, Verdict } from '@cnv-ai/engine/diagnosis';
import { paintFor, safe, wrap, type Paint, type Terminal } from './terminal';

const EVENTS = 5;

const STYLE = { problem: 'red', healthy: 'green', critical: 'red', warning: 'yellow' } as const;

const styleOf = (word: Verdict | RootCause['severity']) =>
  word === 'problem' || word === 'healthy' || word === 'critical' || word === 'warning'
    ? STYLE[word]
    : 'bold';

const nameOf = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

const evidenceLines = ({ source, ref, path, value }: Evidence): string[] => {
  if (source === 'absent') return [wrap(`${nameOf(ref)} does not exist`, '     ')];
  if (source === 'reported') return [wrap(`Reported: ${value}`, '     ')];
  return [wrap(`${nameOf(ref)} ${path}`, '     '), wrap(value, '       ')];
};

const fixLines = ({ description, risk, effect, command }: Fix): string[] => [
  wrap(`${description} (${risk})`, '     '),
  ...(effect === undefined ? [] : [wrap(effect, '       ')]),
  // One line, whatever its length: it is there to be pasted.
  ...(command === undefined ? [] : [`       $ ${safe(command)}`]),
];

const causeLines = (cause: RootCause, index: number, paint: Paint): string[] => [
  wrap(cause.title, '   ', `${index + 1}. `),
  paint(styleOf(cause.severity), `   ${cause.severity}, ${cause.confidence}, ${safe(cause.id)}`),
  wrap(cause.explanation, '   '),
  ...(cause.evidence.length === 0 ? [] : ['   Evidence']),
  ...cause.evidence.flatMap(evidenceLines),
  ...(cause.fixes.length === 0 ? [] : ['   Fix']),
  ...cause.fixes.flatMap(fixLines),
  '',
];

const checkLine = ({ checks }: Diagnosis): string => {
  const count = (result: string): number =>
    checks.filter((check) => check.result === result).length;
  const parts = (['passed', 'failed', 'warning', 'unchecked'] as const)
    .map((result) => [count(result), result] as const)
    .filter(([number]) => number > 0);
  return `Checks: ${parts.map(([number, result]) => `${number} ${result}`).join(', ')}`;
};

/** A diagnosis for people: the verdict, each cause with proof and fixes, and what was not seen. */
export const diagnosisScreen = (
  diagnosis: Diagnosis,
  terminal: Pick<Terminal, 'colour'>,
): string => {
  const paint = paintFor(terminal);
  const { vm, verdict, summary, rootCauses, timeline, unchecked } = diagnosis;
  const place = vm.node === undefined ? '' : ` on node ${safe(vm.node)}`;
  const events = timeline.filter(({ severity }) => severity !== 'info').slice(-EVENTS);
  return [
    paint('bold', `${vm.namespace}/${vm.name}`) + safe(` ${vm.status ?? ''}${place}`),
    paint(styleOf(verdict), verdict.replaceAll('_', ' ').toUpperCase()),
    wrap(summary),
    '',
    ...rootCauses.flatMap((cause, index) => causeLines(cause, index, paint)),
    ...(events.length === 0 ? [] : [paint('bold', 'Latest events')]),
    ...events.map(({ time, reason, message }) =>
      wrap(`${time} ${reason}: ${message}`, '    ', '  '),
    ),
    ...(events.length === 0 ? [] : ['']),
    ...(unchecked.length === 0 ? [] : [paint('bold', 'Not checked')]),
    ...unchecked.map(({ message }) => wrap(message, '    ', '  ')),
    ...(unchecked.length === 0 ? [] : ['']),
    checkLine(diagnosis),
    '',
  ].join('\n');
};
