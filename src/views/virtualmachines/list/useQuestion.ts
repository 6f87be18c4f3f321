import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readQuestion, writeQuestion, type Question } from './question';
import { afterQuestion } from './view';

/** The question as the address bar has it: a link, a reload and the back button restore it. */
export const useQuestion = (): {
  readonly question: Question;
  readonly broken: boolean;
  readonly ask: (question: Question) => void;
} => {
  const [parameters, setParameters] = useSearchParams();
  const read = useMemo(() => readQuestion(parameters), [parameters]);
  const ask = useCallback(
    (question: Question) =>
      setParameters((current) => {
        const before = readQuestion(current).question;
        const isSame = before.sentence === question.sentence;
        return writeQuestion(question, afterQuestion(current, isSame));
      }),
    [setParameters],
  );
  return { ...read, ask };
};
