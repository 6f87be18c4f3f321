import { useCallback, useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import type { Entry } from './entries';
import { complete, suggest, type Completed } from './suggest';

export type Suggestions = {
  readonly options: readonly Entry[];
  readonly isOpen: boolean;
  /** The option the arrow keys stand on; -1 for none. */
  readonly active: number;
  readonly close: () => void;
  /** The text was typed in or the caret was moved to it. */
  readonly typed: (caret: number) => void;
  readonly choose: (entry: Entry) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** Keys after which the word at the caret is another, or nobody's. */
const LEAVING: readonly string[] = ['Tab', 'Enter', 'Escape', 'ArrowLeft', 'ArrowRight'];

/** Of a ring of `count` options and the place before the first. */
const turned = (active: number, step: number, count: number): number => {
  const next = active + step;
  return next < 0 ? count - 1 : next >= count ? 0 : next;
};

/** The list under the bar: follows the typing a frame behind, and never acts without a choice. */
export const useSuggestions = (
  value: string,
  entries: readonly Entry[],
  onComplete: (completed: Completed) => void,
): Suggestions => {
  const [wanted, setWanted] = useState(false);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(-1);
  const shown = useDeferredValue(value);
  const options = useMemo(
    () => (wanted ? suggest(entries, shown, Math.min(caret, shown.length)) : []),
    [wanted, entries, shown, caret],
  );
  const isOpen = options.length > 0;

  const close = useCallback(() => {
    setWanted(false);
    setActive(-1);
  }, []);
  const typed = useCallback((at: number) => {
    setWanted(true);
    setCaret(at);
    setActive(-1);
  }, []);
  const choose = (entry: Entry): void => {
    close();
    onComplete(complete(value, caret, entry));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // A key that ends the composition of a character is none of the list's.
    if (event.nativeEvent.isComposing) return;
    const chosen = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (isOpen) setActive(turned(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
      else if (event.key === 'ArrowDown') typed(event.currentTarget.selectionStart ?? value.length);
      event.preventDefault();
    } else if (event.key === 'Enter' && isOpen && chosen !== undefined) {
      event.preventDefault();
      choose(chosen);
    } else if (LEAVING.includes(event.key)) {
      close();
    }
  };
  return { options, isOpen, active, close, typed, choose, onKeyDown };
};
