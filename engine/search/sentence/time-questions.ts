import { say } from '../../messages';
import { replaced, stretchOf, type Question, type Scene } from './draft';

const wordsAt = (
  { items, sentence }: Scene,
  at: number,
  next: number,
): { start: number; end: number; words: string } => {
  const { start, end } = stretchOf(items.slice(at, next));
  return { start, end, words: sentence.slice(start, end) };
};

/** "stopped for the last 2 days": all the time, or at some time. */
export const unclearDuration = (scene: Scene, at: number, next: number): Question => {
  const { start, end, words } = wordsAt(scene, at, next);
  const length = words.replace(/^for\s+(?:the\s+)?(?:last|past)\s+/i, '');
  return {
    outcome: 'ambiguous',
    message: say('Is “{{words}}” meant as all that time, or at some time in it?', { words }),
    suggestions: [`for more than ${length}`, `in the last ${length}`].map((text) =>
      replaced(scene, start, end, text),
    ),
  };
};

/** "with warnings today", "without guest agent since monday": no time of it is kept. */
export const unclearPassing = (scene: Scene, at: number, next: number): Question => {
  const { start, end, words } = wordsAt(scene, at, next);
  return {
    outcome: 'ambiguous',
    message: say(
      'What does “{{words}}” belong to? When this began is not kept: say “created”, “started” or “changed”.',
      { words },
    ),
    suggestions: ['created', 'started', 'changed'].map((verb) =>
      replaced(scene, start, end, `${verb} ${words}`),
    ),
  };
};

/** "running yesterday": what was true then is not recorded, only when it began. */
export const unclearState = (scene: Scene, at: number, next: number): Question => {
  const { start, end, words } = wordsAt(scene, at, next);
  return {
    outcome: 'ambiguous',
    message: say(
      'What does “{{words}}” belong to? Past states are not kept: say “started” or “created”.',
      {
        words,
      },
    ),
    suggestions: [`started ${words}`, `created ${words}`].map((text) =>
      replaced(scene, start, end, text),
    ),
  };
};
