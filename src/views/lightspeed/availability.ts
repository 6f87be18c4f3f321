import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { MINUTE, SECOND } from '@cnv-ai/engine/kubernetes';
import { httpFailure } from '../../answers/http-failure';
import { LIGHTSPEED } from '../../answers/lightspeed-api';
import { mayRetry, problemOfHttp, type LightspeedProblem } from './problems';

/** A yes is believed this long, a no that waiting may change this long; another no for good. */
const YES_LASTS = 10 * MINUTE;
const NO_LASTS = 30 * SECOND;
const CHECK_TIME = 10 * SECOND;

const request = async (method: string, path: string): Promise<LightspeedProblem | undefined> => {
  try {
    await consoleFetch(`${LIGHTSPEED}${path}`, {
      method,
      signal: AbortSignal.timeout(CHECK_TIME),
      ...(method === 'POST' ? { body: '{}', headers: { 'Content-Type': 'application/json' } } : {}),
    });
    return undefined;
  } catch (error) {
    const { code, body } = httpFailure(error);
    return problemOfHttp(code, body);
  }
};

/** Whether this user may ask, and whether the service can answer. */
const check = async (): Promise<LightspeedProblem | undefined> =>
  (await request('POST', '/authorized')) ?? (await request('GET', '/readiness'));

export type AvailabilityCheck = () => Promise<LightspeedProblem | undefined>;

/** Asks Lightspeed at most once per period, however many components want to know. */
export const createAvailability = (now: () => number = Date.now): AvailabilityCheck => {
  let known: { problem: Promise<LightspeedProblem | undefined>; until: number } | undefined;
  return () => {
    if (known !== undefined && now() < known.until) return known.problem;
    const mine = { problem: check(), until: Infinity };
    known = mine;
    void mine.problem.then((problem) => {
      if (problem === undefined) mine.until = now() + YES_LASTS;
      else if (mayRetry(problem)) mine.until = now() + NO_LASTS;
    });
    return mine.problem;
  };
};

/** What stands between this user and Lightspeed, if anything. */
export const lightspeedAvailability: AvailabilityCheck = createAvailability();
