import type { ObjectRef, Reader } from '../../kubernetes';
import { english, say, type Message } from '../../messages';
import { diagnose, type DiagnoseOptions } from '../diagnose';
import { nameRef, uncheckedLines } from '../text';
import type { Diagnosis, DiagnosisRequest, GraphState, RootCause, Unchecked } from '../types';
import { answeredBy, refusalText, type Answered } from './outcome';

/** One object the VM rests on. `of` is what names it: the VM, or another of its dependencies. */
export type Dependency = {
  ref: ObjectRef;
  relation: string;
  state: GraphState;
  message: string;
  messageMessage: Message;
  of: ObjectRef;
};

export type Dependencies = Answered & { dependencies: Dependency[]; unchecked: Unchecked[] };

const STATES: Readonly<Record<GraphState, Message>> = {
  ok: say('It exists, and nothing is wrong with it.'),
  warning: say('It exists and is not ready.'),
  error: say('It failed.'),
  unknown: say('It could not be looked at.'),
  missing: say('It does not exist.'),
};

/** The worst first; the graph's order within. */
const WORST: readonly GraphState[] = ['missing', 'error', 'warning', 'unknown', 'ok'];

const isSame = (a: ObjectRef, b: ObjectRef): boolean =>
  a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;

const causeOf = (ref: ObjectRef, causes: readonly RootCause[]): RootCause | undefined =>
  causes.find(
    ({ severity, evidence }) =>
      severity !== 'info' && evidence.some((entry) => isSame(entry.ref, ref)),
  );

const dependenciesOf = ({ graph, rootCauses }: Diagnosis): Dependency[] =>
  graph.edges
    .map(({ from, to, relation }) => {
      const state = graph.nodes.find(({ ref }) => isSame(ref, to))?.state ?? 'unknown';
      const cause = state === 'missing' ? undefined : causeOf(to, rootCauses);
      const message = cause?.titleMessage ?? STATES[state];
      return {
        ref: to,
        relation,
        state,
        message: english(message),
        messageMessage: message,
        of: from,
      };
    })
    .sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state));

/** Everything a VM rests on, whether or not it runs, and how each of it is. */
export const checkDependencies = async (
  reader: Reader,
  { namespace, vmName }: DiagnosisRequest,
  now: number,
  options: DiagnoseOptions = {},
): Promise<Dependencies> => {
  const diagnosis = await diagnose(reader, { namespace, vmName }, now, {
    ...options,
    allReferences: true,
  });
  return {
    ...answeredBy(diagnosis),
    dependencies: dependenciesOf(diagnosis),
    unchecked: diagnosis.unchecked,
  };
};

export const dependenciesText = (answer: Dependencies): string => {
  if (answer.outcome !== 'ok') return refusalText(answer);
  const { dependencies, unchecked } = answer;
  const bad = dependencies.filter(({ state }) => state !== 'ok').length;
  return [
    `${dependencies.length} dependencies, ${bad} not in order, as of ${answer.asOf}`,
    ...dependencies.map(
      ({ ref, relation, state, message, of }) =>
        `- [${state}] ${nameRef(ref)} (${relation} of ${nameRef(of)}): ${message}`,
    ),
    ...uncheckedLines(unchecked),
  ].join('\n');
};
