import { isDiagnosis } from '../../../answers/diagnosis-shape';
import { DiagnosisCard } from '../../../components/DiagnosisCard';
import type { ToolUIProps } from './tool';

/** `cnv-diagnostic/diagnosis` in the Lightspeed chat; nothing for a result of another shape. */
export const DiagnosisToolUI = ({ tool }: ToolUIProps) => {
  const diagnosis = tool?.structuredContent;
  return isDiagnosis(diagnosis) ? <DiagnosisCard diagnosis={diagnosis} /> : null;
};
