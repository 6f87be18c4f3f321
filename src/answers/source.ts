import { recordAt, SECOND } from '@cnv-ai/engine/kubernetes';
import { mapStrings, redact } from '@cnv-ai/engine/redaction';
import type { Diagnosis, DiagnosisRequest } from '@cnv-ai/engine/diagnosis';
import type { Fleet, FleetPage, FleetRequest } from '@cnv-ai/engine/fleet';
import type { SearchRequest, SearchResult } from '@cnv-ai/engine/search';
import type { Answered, AnswerSource, Circumstances } from './answered';
import { browserReader, rootOf } from './browser-reader';
import { isDiagnosis } from './diagnosis-shape';
import { isFleet } from './fleet-shape';
import { learnFor } from './languages';
import { inventory } from './inventory';
import { remote } from './remote';
import type { Question, Roads } from './roads';
import { isSearchResult } from './search-shape';
import { breathe, isLong } from './slices';

/** After this time what was not read counts as unchecked, and the answer says so. */
const DIAGNOSIS_TIME = 4 * SECOND;

/** Pages and orders of one answer come from one reading; a change seen in between ends it. */
export const FRESH = 15 * SECOND;

/** A condition or an error that is asked about may repeat a secret; it goes to no other program. */
const told = (request: DiagnosisRequest): Readonly<Record<string, unknown>> =>
  recordAt(mapStrings(request, redact));

/** The sidecar acts as the real user on this cluster, so it is not asked for anyone or anywhere else. */
const mayAskSidecar = ({ impersonating = false, cluster }: Circumstances): boolean =>
  !impersonating && cluster === undefined;

const diagnoseInBrowser = async (
  request: DiagnosisRequest,
  signal: AbortSignal,
  cluster: string | undefined,
): Promise<Diagnosis> => {
  const { diagnose } = await import('@cnv-ai/engine/diagnosis');
  const reader = browserReader({
    signal: AbortSignal.any([signal, AbortSignal.timeout(DIAGNOSIS_TIME)]),
    root: rootOf(cluster),
  });
  return diagnose(reader, request, Date.now());
};

const searchInBrowser = async (
  request: SearchRequest,
  circumstances: Circumstances,
): Promise<SearchResult> => {
  await learnFor(request.query ?? '', request.locale ?? 'en');
  const { finishInSlices, searchSteps } = await import('@cnv-ai/engine/search/core');
  const namespaces = request.namespaces?.length === 0 ? undefined : request.namespaces;
  const { maxAge = FRESH, ...who } = circumstances;
  const found = await inventory.readFor({ ...who, namespaces }, maxAge, request);
  return finishInSlices(searchSteps(found, request, Date.now()), breathe, isLong);
};

/** Diagnoses of one page, after which what was read for them is let go and what was found is shown. */
const FLEET_PAGE = 200;
/** A page that takes longer ends with what it has. */
const FLEET_PAGE_TIME = 4 * SECOND;

const openFleetInBrowser = async (
  request: FleetRequest,
  signal: AbortSignal,
  cluster: string | undefined,
  progress: FleetHearing['progress'],
): Promise<FleetPage> => {
  const { openFleet } = await import('@cnv-ai/engine/fleet');
  const reader = browserReader({ signal, root: rootOf(cluster) });
  let until = Infinity;
  const hasTime = (): boolean => !signal.aborted && performance.now() < until;
  const options = { pause: breathe, progress, hasTime };
  const page = await openFleet(reader, { limit: FLEET_PAGE, ...request }, Date.now(), options);
  return (cursor) => {
    until = performance.now() + FLEET_PAGE_TIME;
    return page(cursor);
  };
};

/** What is told of a fleet before all of it was looked at. */
export type FleetHearing = {
  /** How many of the VMs that are not plainly well have been looked at. */
  readonly progress?: (done: number, all: number) => void;
  /** The answer so far: the same as at last, about fewer VMs. */
  readonly part?: (part: Answered<Fleet>) => void;
  /** An answer to go on from. */
  readonly before?: Fleet;
};

export type Sources = {
  /** Diagnoses one VM by the first source that can. */
  readonly answerDiagnosis: (
    request: DiagnosisRequest,
    signal: AbortSignal,
    circumstances?: Circumstances,
  ) => Promise<Answered<Diagnosis>>;
  /** Diagnoses every failing VM, page after page, each by the first source that can. */
  readonly answerFleet: (
    request: FleetRequest,
    signal: AbortSignal,
    circumstances?: Circumstances,
    hearing?: FleetHearing,
  ) => Promise<Answered<Fleet>>;
  /** Searches by the first source that can. */
  readonly answerSearch: (
    request: SearchRequest,
    signal: AbortSignal,
    circumstances?: Circumstances,
  ) => Promise<Answered<SearchResult>>;
};

/** Answers reject when `signal` aborts, or our own code cannot be loaded. */
export const createSources = (roads: Roads): Sources => {
  const answer = async <T>(
    question: Question<T>,
    inBrowser: () => Promise<T>,
    signal: AbortSignal,
    circumstances: Circumstances,
  ): Promise<Answered<T>> => {
    const remotely = mayAskSidecar(circumstances) ? await roads.ask(question, signal) : undefined;
    signal.throwIfAborted();
    return remotely ?? { result: await inBrowser(), source: 'browser' };
  };

  return {
    answerDiagnosis: (request, signal, circumstances = {}) =>
      answer(
        {
          tool: 'diagnose_vm_error',
          args: told(request),
          shape: isDiagnosis,
          declined: ({ verdict }) => verdict === 'unavailable',
        },
        () => diagnoseInBrowser(request, signal, circumstances.cluster),
        signal,
        circumstances,
      ),
    answerFleet: async (request, signal, circumstances = {}, hearing = {}) => {
      const { wholeFleet } = await import('@cnv-ai/engine/fleet/merge');
      const { progress, part, before } = hearing;
      let source: AnswerSource = 'browser';
      let opened: Promise<FleetPage> | undefined;
      const inBrowser: FleetPage = async (cursor) => {
        opened ??= openFleetInBrowser(request, signal, circumstances.cluster, progress);
        return (await opened)(cursor);
      };
      const page: FleetPage = async (cursor) => {
        const answered = await answer(
          {
            tool: 'diagnose_vm_fleet',
            args: cursor === undefined ? request : { ...request, cursor },
            shape: isFleet,
            declined: ({ outcome }) => outcome === 'unavailable',
          },
          () => inBrowser(cursor),
          signal,
          circumstances,
        );
        signal.throwIfAborted();
        ({ source } = answered);
        return answered.result;
      };
      const tell = (result: Fleet): void => {
        progress?.(result.diagnosed, result.diagnosed + result.undiagnosed);
        part?.({ result, source });
      };
      return { result: await wholeFleet(page, tell, before), source };
    },
    answerSearch: (request, signal, circumstances = {}) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const localRequest = { timeZone, ...request };
      return answer(
        {
          tool: 'search_vms_semantic',
          args: localRequest,
          shape: isSearchResult,
          declined: ({ outcome }) => outcome === 'unavailable',
        },
        () => searchInBrowser(localRequest, circumstances),
        signal,
        circumstances,
      );
    },
  };
};

export const { answerDiagnosis, answerFleet, answerSearch } = createSources(remote);
