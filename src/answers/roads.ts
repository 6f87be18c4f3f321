import { SECOND, MINUTE } from '@cnv-ai/engine/kubernetes';
import type { AnswerSource } from './answered';
import type { Shape } from './shape';
import { RoadClosed, type Road, type ToolName } from './tool-call';

/** How long a road that failed for the moment is left alone before it is probed again. */
export const REST = 2 * MINUTE;
const PROBE_TIME = 5 * SECOND;
const CALL_TIME = 15 * SECOND;

export type RemoteSource = Exclude<AnswerSource, 'browser'>;
export type NamedRoad = {
  readonly source: RemoteSource;
  readonly road: Road;
  /** Whether it may be taken now; default: always. */
  readonly isAllowed?: () => boolean;
};

type State =
  | { readonly is: 'unknown' }
  | { readonly is: 'probing'; readonly usable: Promise<boolean> }
  | { readonly is: 'open' }
  | { readonly is: 'resting'; readonly until: number }
  | { readonly is: 'closed' };

export type Question<T> = {
  readonly tool: ToolName;
  readonly args: Readonly<Record<string, unknown>>;
  readonly shape: Shape<T>;
  /** Whether the sidecar itself says that it cannot answer now. */
  readonly declined: (answer: T) => boolean;
};

export type Roads = {
  /** The first road that answers, in their order; `undefined` when none does. */
  ask<T>(
    question: Question<T>,
    signal: AbortSignal,
  ): Promise<{ result: T; source: RemoteSource } | undefined>;
  /** Whether a road leads to the sidecar; probes it when that is not known. */
  isOpen(source: RemoteSource): Promise<boolean>;
  /** Finds out which road will be asked, so that the first question need not wait for it. */
  prepare(): Promise<void>;
};

/** A question without sentence or filter: answered at once, without reading the cluster. */
const probe = async (road: Road): Promise<void> => {
  await road('search_vms_semantic', {}, AbortSignal.timeout(PROBE_TIME));
};

/** The work belongs to everybody who waits for it; one who gave up waits no longer. */
const unlessAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Nobody waits any more.')), {
      once: true,
    });
    work.then(resolve, reject);
  });

/** Remembers which roads lead to the sidecar: each is probed once, and again only after a rest. */
export const createRoads = (roads: readonly NamedRoad[], now: () => number = Date.now): Roads => {
  const states = new Map<RemoteSource, State>();

  const close = (source: RemoteSource, error: unknown): void => {
    const lasting = error instanceof RoadClosed && error.lasting;
    states.set(source, lasting ? { is: 'closed' } : { is: 'resting', until: now() + REST });
  };

  const startProbe = ({ source, road }: NamedRoad): Promise<boolean> => {
    const usable = probe(road).then(
      () => {
        states.set(source, { is: 'open' });
        return true;
      },
      (error: unknown) => {
        close(source, error);
        return false;
      },
    );
    states.set(source, { is: 'probing', usable });
    return usable;
  };

  const isUsable = async (named: NamedRoad): Promise<boolean> => {
    if (named.isAllowed?.() === false) return false;
    const state = states.get(named.source) ?? { is: 'unknown' };
    switch (state.is) {
      case 'open':
        return true;
      case 'closed':
        return false;
      case 'probing':
        return state.usable;
      case 'resting':
        return now() >= state.until ? startProbe(named) : false;
      case 'unknown':
        return startProbe(named);
    }
  };

  const call = async <T>(road: Road, question: Question<T>, signal: AbortSignal): Promise<T> => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(CALL_TIME)]);
    const { structured, failed } = await road(question.tool, question.args, limit);
    if (failed) throw new RoadClosed('The tool failed.', false);
    if (!question.shape(structured)) throw new RoadClosed('The answer has another shape.', false);
    if (question.declined(structured))
      throw new RoadClosed('The sidecar cannot answer now.', false);
    return structured;
  };

  return {
    ask: async (question, signal) => {
      for (const named of roads) {
        if (!(await unlessAborted(isUsable(named), signal))) continue;
        signal.throwIfAborted();
        try {
          return { result: await call(named.road, question, signal), source: named.source };
        } catch (error) {
          // A question the user gave up says nothing about the road.
          signal.throwIfAborted();
          close(named.source, error);
        }
      }
      return undefined;
    },
    isOpen: async (source) => {
      const named = roads.find((entry) => entry.source === source);
      return named !== undefined && (await isUsable(named));
    },
    prepare: async () => {
      for (const named of roads) if (await isUsable(named)) return;
    },
  };
};
