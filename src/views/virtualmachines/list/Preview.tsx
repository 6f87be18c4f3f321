import { useInterpretation } from '../../../answers/useInterpretation';
import { ChipList } from './ChipList';
import { SENTENCE_LIMIT } from './question';
import './list.css';

const Chips = ({ sentence }: { readonly sentence: string }) => {
  const chips = useInterpretation(sentence)?.interpretation.chips ?? [];
  return chips.length === 0 ? null : (
    <div className="cnv-ai-plugin__preview">
      <ChipList chips={chips} />
    </div>
  );
};

/** What the words in the bar mean, before they are searched for. */
export const Preview = ({ sentence }: { readonly sentence: string }) =>
  sentence.length > SENTENCE_LIMIT ? null : <Chips sentence={sentence} />;
