import { SECOND } from '@cnv-ai/engine/kubernetes';
import type { Diagnosis, DiagnosisRequest } from '@cnv-ai/engine/diagnosis';
import type { SearchRequest, SearchResult } from '@cnv-ai/engine/search';
import type { Answered, Circumstances } from './answered';
import { browserReader, rootOf } from './browser-reader';
import { isDiagnosis } from './diagnosis-shape';
import { inventory } from './inventory';
import { remote } from './remote';
import type { Question, Roads } from './roads';
import { isSearchResult } from './search-shape';
import { breathe, isLong } from './slices';

/** After this time what was not read counts as unchecked, and the answer says so. */
const DIAGNOSIS_TIME = 4 * SECOND;

/** Pages and orders of one answer come from one reading; a change seen in between ends it. */
export const FRESH = 15 * SECOND;

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
  const { finishInSlices, searchSteps } = await import('@cnv-ai/engine/search');
  const namespaces = request.namespaces?.length === 0 ? undefined : request.namespaces;
  const { maxAge = FRESH, ...who } = circumstances;
  const found = await inventory.readFor({ ...who, namespaces }, maxAge, request);
  return finishInSlices(searchSteps(found, request, Date.now()), breathe, isLong);
};

export type Sources = {
  /** Diagnoses one VM by the first source that can. */
  readonly answerDiagnosis: (
    request: DiagnosisRequest,
    signal: AbortSignal,
    circumstances?: Circumstances,
  ) => Promise<Answered<Diagnosis>>;
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
          args: request,
          shape: isDiagnosis,
          declined: ({ verdict }) => verdict === 'unavailable',
        },
        () => diagnoseInBrowser(request, signal, circumstances.cluster),
        signal,
        circumstances,
      ),
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

export const { answerDiagnosis, answerSearch } = createSources(remote);
