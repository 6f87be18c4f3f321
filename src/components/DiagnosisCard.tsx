import { Stack, StackItem } from '@patternfly/react-core';
import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import type { AnswerSource } from '../answers/answered';
import type { Diagnosed } from '../fixes/diagnosed';
import { DiagnosisSummary } from './DiagnosisSummary';
import { RootCauseCard } from './RootCauseCard';
import { SourceLabel } from './SourceLabel';
import { UncheckedList } from './UncheckedList';

export type DiagnosisCardProps = {
  readonly diagnosis: Diagnosis;
  readonly source?: AnswerSource;
  readonly diagnosed?: Diagnosed;
};

/** The findings for a narrow place: a popover, a dialog, the chat. */
export const DiagnosisCard = ({ diagnosis, source, diagnosed }: DiagnosisCardProps) => (
  <Stack hasGutter>
    <StackItem>
      <DiagnosisSummary diagnosis={diagnosis} />
    </StackItem>
    {diagnosis.rootCauses.map((cause, index) => (
      <StackItem key={`${cause.id}/${index}`}>
        <RootCauseCard cause={cause} diagnosed={diagnosed} />
      </StackItem>
    ))}
    {diagnosis.unchecked.length === 0 ? null : (
      <StackItem>
        <UncheckedList unchecked={diagnosis.unchecked} />
      </StackItem>
    )}
    {source === undefined ? null : (
      <StackItem>
        <SourceLabel source={source} />
      </StackItem>
    )}
  </Stack>
);
