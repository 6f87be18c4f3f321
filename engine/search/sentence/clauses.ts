import { endsClause } from './breaks';
import { isTopic } from './asides';
import type { Scene } from './draft';
import { has, senseOf, type Item } from './items';

/**
 * A clause asks, tells what happened or is planned, names what it is about ("secure boot rollout:"),
 * or says nothing ("hi team"); else it is `other`.
 */
export type ClauseKind = 'asks' | 'tells' | 'topic' | 'quiet' | 'other';

/** The items `from` up to `to`, and the text, in lower case, that begins at `start`. */
export type Clause = { kind: ClauseKind; from: number; to: number; start: number; text: string };

const LEAD =
  /^(?:(?:so|and|but|then|now|please|pls|plz|ok|okay|also|just|hence|therefore|anyway|well|right|hey|hi|hello|thanks|question|quick question|first|next)\b[\s,:]*)+/;

/** "we need to patch" and "we want to get off it" tell, "we need to see" asks. */
const SEE =
  ' to (?:see|know|find|get(?! (?:off|out|rid|away)\\b)|list|have|check|look|count|learn|understand)';
const SEES = `(?:${SEE})?(?! to\\b)`;

const OPENS = new RegExp(
  `^(?:${[
    "which|what|what's|whats|who|who's|whose|where|how (?:many|much|big|large|old|do|can)",
    'when (?:was|were|is|are|did|do|does|will)',
    'is|are|was|were|does|do|did|has|have|can (?:you|i|we)|could (?:you|i|we)|would|will|any|anything',
    'show|list|find|get|give|display|tell me|count|fetch|send|check|let me (?:see|know)|sum|total',
    `(?:i|we)(?: would like|'d like| want| need)${SEES}|need${SEES}|looking for|(?:trying|hoping)${SEE}`,
    "(?:i am|i'm|we are|we're) (?:looking for|after)",
  ].join('|')})\\b`,
);

/** "and please show", "so which": a question that no break sets apart. */
const GOES_ON =
  /^(?:and|so|but|then|please|pls)\s+(?:(?:now|please|pls|then|so)\s+)?(?:can you|could you|which|what|what's|who|how many|how much|is|are|does|do|did|show|list|find|give|tell)\b/;

const BEGINS =
  /^(?:before|after|since|while|when|because|as|if|once|given|due to|during|following|now that|in case|just got|got|sorry|heads up|new here|back from)\b/;

/** "due to the incident I need …": no break stands between. */
const AFTER = /^(?:i need|we need|i want|which|show me|list|give me|how many|can you|could you)\b/;

const VERB =
  /(?:^|\s)(?:is|are|was|were|am|has|have|had|will|would|can't|cannot|can|could|couldn't|should|must|might|went|goes|go|wants?|asked|asks|thinks|believes|suspects|claims|insists|hangs|waits|ran|quit|filled|blew|fell|hung|came|made|did|suspect|needs?|needed|told|tells|says|said|lost|lose|died|left|leaves|took|rebooted|crashed|failed|broke|breaks|got|gets|expires?|complain|complains|complained|reports?|reported|keeps?|plan|plans|feel|feels|seems?|looks?|runs? (?:out|low)|gone|moved|moves|starts|ends|begins|closes|happened|joined|inherited|noticed|saw|heard|think|guess|believe|want|need|expect|forgot|promised|bought|sold|hit|tripped|paged|pinged|called|wrote)\b|(?:'m|'re|'ve|'ll|n't)\b|\b(?:he|she|it|there|who)'s\b/;

/** What happened, without a verb: "power cut in eu-west-1a". */
const EVENT =
  /\b(?:outage|incident|alert|alarm|ticket|complaint|power (?:cut|loss|failure)|audit|maintenance|emergency|blackout|failover|network (?:problem|issue)s?)\b/;

/** What people did. */
const DID =
  /^(?:(?:i|we|they|he|she|someone|somebody|people|(?:a|the|my|our|another|one of the|an) \w+) (?:\w+ly |just |accidentally )?\w+ed)\b/;

/** What somebody does or did, in whatever verb: "in vSphere I just clicked", "trying to clean up". */
const FIRST = /^(?:[^,]* )?(?:i|we)(?: \w+ly| just| only| always| never)* (?!need|want)[a-z]{2,}/;

const DOING =
  /^(?!looking|checking)\w+ing (?:to|for|on|up|off|out|down|into|through|with|at|over|a|an|the|our|my|some|all|this)\b/;

const RELATIVE = /\b(?:that|which|who|whose)\b/;

const PRONOUN = /^(?:i|we|he|she|they|i'm|we're)\b/;

/** The first of what is said, past courtesies. */
const headOf = (items: readonly Item[]): Item | undefined =>
  items.find((item) => item.kind !== 'symbol' && (!has(item, 'filler') || PRONOUN.test(item.text)));

/** An order, or words to an assistant, is never told beside a question. */
const commands = (items: readonly Item[]): boolean =>
  has(headOf(items), 'order') ||
  items.some((item) => senseOf(item, 'beyond')?.topic === 'instruction');

/** "it was rebooted": of the machines themselves. */
const OF_MACHINES =
  /^(?:it|its|it's|their|they (?!say|said|told|tell|want|ask|asked|think|claim)\w+)\b/;

/** "running on a": of machines, whatever it ends in. */
const isDoing = (text: string, items: readonly Item[]): boolean =>
  DOING.test(text) && !has(headOf(items), 'value', 'field', 'noun', 'not');

/** "I only care about prod": that is what is asked for. */
const NARROWS =
  /^(?:i|we)(?:'m| am|'re| are)? (?:only|just|mainly) (?:care|want|need|look|interest)/;

const tells = (text: string, items: readonly Item[]): boolean => {
  if (OF_MACHINES.test(text) || NARROWS.test(text)) return false;
  if (BEGINS.test(text) || isDoing(text, items)) return true;
  const verb = VERB.exec(text)?.index;
  const relative = RELATIVE.exec(text.replace(/^that /, 'this '))?.index ?? Infinity;
  if (verb !== undefined && verb > 0 && verb < relative) return true;
  return (
    /^(?:i'm|i've|i'll|we're|we've|we'll|we'd|i'd|there's)\b/.test(text) ||
    EVENT.test(text) ||
    FIRST.test(text) ||
    DID.test(text)
  );
};

const kindOf = (text: string, items: readonly Item[]): ClauseKind => {
  const said = text.replace(LEAD, '');
  if (OPENS.test(said)) return 'asks';
  if (said === '' || items.every((item) => has(item, 'filler') || item.kind === 'symbol'))
    return 'quiet';
  return !commands(items) && tells(said, items) ? 'tells' : 'other';
};

/** The clauses of a sentence, from break to break; questions that follow each other are one. */
export const clausesOf = (scene: Pick<Scene, 'items' | 'sentence' | 'vocabulary'>): Clause[] => {
  const { items, sentence } = scene;
  const whole = sentence.toLowerCase();
  const starts = items.flatMap((item, at) => {
    const rest = sentence.slice(item.start).toLowerCase();
    const apart =
      at === 0 ||
      endsClause(scene, at - 1) ||
      GOES_ON.test(rest) ||
      (BEGINS.test(whole) && AFTER.test(rest));
    return apart ? [at] : [];
  });
  const clauses: Clause[] = [];
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? items.length;
    const raw = sentence.slice(items[from]?.start, items[to - 1]?.end);
    const text = raw
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/^[^\p{L}\d]+/u, '');
    const start = (items[from]?.start ?? 0) + raw.length - text.length;
    const topic = from === 0 && isTopic(scene, to);
    const found = topic ? 'topic' : kindOf(text, items.slice(from, to));
    const last = clauses.at(-1);
    const kind = found === 'other' && last?.kind === 'topic' ? 'asks' : found;
    if (last?.kind === 'asks' && kind !== 'tells') {
      last.to = to;
      last.text = `${last.text}, ${text}`;
    } else clauses.push({ kind, from, to, start, text });
  }
  const last = clauses.at(-1);
  // "I'm writing the report. VMs created this week?"
  if (last?.kind === 'other' && /\?\s*$/.test(whole) && clauses.length > 1) last.kind = 'asks';
  return clauses;
};
