import { byCodeUnit } from '../kubernetes';
import { english, type Message } from '../messages';
import type { Unchecked } from '../diagnosis';
import { uncheckedSentence } from '../diagnosis/unread';

/** Of one object or project, said of all of them; what has a sentence of its own keeps it. */
const saidOfAll = (one: Unchecked): Message => {
  const { resource: plural, reason, namespace, name, message, messageMessage } = one;
  const isUsual = message === english(uncheckedSentence({ plural, reason, namespace, name }));
  return isUsual ? uncheckedSentence({ plural, reason }) : messageMessage;
};

type Entry = Pick<Unchecked, 'resource' | 'reason'> & {
  readonly said: Message;
  readonly hides: Set<string>;
};

/** One entry for each kind, reason and sentence, whatever the project; the same in whatever order they come. */
export const joinUnchecked = (all: readonly Unchecked[]): Unchecked[] => {
  const entries = new Map<string, Entry>();
  for (const one of all) {
    const said = saidOfAll(one);
    const key = [one.resource, one.reason, english(said)].join('/');
    const { resource, reason } = one;
    const entry = entries.get(key) ?? { resource, reason, said, hides: new Set<string>() };
    for (const id of one.couldHide) entry.hides.add(id);
    entries.set(key, entry);
  }
  return [...entries.entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, { resource, reason, said, hides }]) => ({
      resource,
      reason,
      message: english(said),
      messageMessage: said,
      couldHide: [...hides].sort(byCodeUnit),
    }));
};
