import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { listAt, MINUTE, pathOf, RESOURCES, SECOND, textAt } from '@cnv-ai/engine/kubernetes';
import { isErrorStatus } from '@cnv-ai/engine/search/core';
import { rootOf } from '../../../answers/browser-reader';
import { remote } from '../../../answers/remote';
import { isSearchResult } from '../../../answers/search-shape';

/** How many machines fail. `atLeast`: only one page of them was looked at. */
export type Failing = { readonly count: number; readonly atLeast: boolean };

const LASTS = MINUTE;
const TIME = 15 * SECOND;
const PAGE = 250;

const counted = async (): Promise<Failing | undefined> => {
  const answered = await remote.ask(
    {
      tool: 'search_vms_semantic',
      args: { hasErrors: true, limit: 1 },
      shape: isSearchResult,
      declined: ({ outcome }) => outcome !== 'ok',
    },
    AbortSignal.timeout(TIME),
  );
  return answered && { count: answered.result.total, atLeast: answered.result.unknown > 0 };
};

const fails = (vm: unknown): boolean =>
  isErrorStatus(textAt(vm, 'status', 'printableStatus') ?? '') ||
  listAt(vm, 'status', 'conditions').some(
    (entry) => textAt(entry, 'type') === 'Failure' && textAt(entry, 'status') === 'True',
  );

const ofOnePage = async (): Promise<Failing> => {
  const path = `${rootOf(undefined)}${pathOf(RESOURCES.virtualMachines)}?limit=${PAGE}`;
  const response = await consoleFetch(path, { signal: AbortSignal.timeout(TIME) });
  const list: unknown = await response.json();
  return {
    count: listAt(list, 'items').filter(fails).length,
    atLeast: (textAt(list, 'metadata', 'continue') ?? '') !== '',
  };
};

/** Counts at most once a minute, however often the overview asks. Rejects where nothing may be read. */
export const createFailing = (
  count: () => Promise<Failing> = async () => (await counted()) ?? (await ofOnePage()),
  now: () => number = Date.now,
): (() => Promise<Failing>) => {
  let known: { readonly answer: Promise<Failing>; readonly until: number } | undefined;
  return () => {
    if (known === undefined || now() >= known.until) {
      const answer = count();
      known = { answer, until: now() + LASTS };
      // A failure is not kept: the next question tries again.
      answer.catch(() => {
        if (known?.answer === answer) known = undefined;
      });
    }
    return known.answer;
  };
};
