import type { Answer } from './ours';

/** Line breaks, quotes and escapes differ between YAML and JSON; words do not. */
const words = (text: string): string => text.replace(/["'\\]/g, '').replace(/\s+/g, ' ');

/** So much of a value must be there; a shorter one counts with the name of its object. */
const ENOUGH = 80;
const TELLING = 12;

/**
 * True when a text names what decides the case: the value of one piece of evidence of the cause, or
 * the name of an object that is missing. It need not say that this is the cause, nor stand in a
 * particular place: a text that shows the whole object names what is in it.
 */
export const names = (text: string, evidence: Answer['evidence']): boolean => {
  const all = words(text);
  return evidence.some(({ source, ref, value }) => {
    if (source === 'absent') return all.includes(ref.name);
    const wanted = words(value).slice(0, ENOUGH);
    return all.includes(wanted) && (wanted.length >= TELLING || all.includes(ref.name));
  });
};

/** The part of the neighbour's report that says what is wrong. */
export const issuesOf = (report: string): string =>
  /## Detected Issues\n([\s\S]*?)(?:\n## VirtualMachine|$)/.exec(report)?.[1] ?? '';

/** It reports something it calls worse than information. */
export const alarms = (report: string): boolean =>
  /\*\*(?:CRITICAL|WARNING)\*\*/.test(issuesOf(report));
