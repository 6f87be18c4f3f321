import { remembered } from '../../remembered';
import type { Vocabulary } from '../vocabulary';
import { blank } from './blank';

/** The machines of each claim, by their names. */
const machinesByClaim = remembered(
  (machines: Vocabulary['machines']): ReadonlyMap<string, string> => {
    const found = new Map<string, string>();
    for (const [name, records] of machines)
      for (const { disks } of records)
        for (const { claim } of disks.volumes) if (claim !== undefined) found.set(claim, name);
    return found;
  },
);

const CLAIM =
  /((?:\b(?:pvc|persistentvolumeclaim|persistent volume claim|volume claim|claim|data ?volume|dv|volume|disk)s?[\s/:]+)?)(?<![a-z0-9./-])([a-z0-9][a-z0-9.-]*-[a-z0-9-]*[a-z0-9])(?![a-z0-9./-])/gi;

/** "which VM uses the PVC web-01-data": the machine that has it, where nothing else is named so. */
export const withoutClaims = (given: string, vocabulary: Vocabulary): string =>
  given.replace(CLAIM, (whole, kind: string, word: string) => {
    const name = machinesByClaim(vocabulary.machines).get(word);
    if (name === undefined || vocabulary.machines.has(word) || name.length > whole.length)
      return whole;
    return `${blank(kind)}${name}`.padEnd(whole.length).slice(-whole.length);
  });
