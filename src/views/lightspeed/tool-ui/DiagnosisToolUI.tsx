import { isDiagnosis } from '../../../answers/diagnosis-shape';
import { DiagnosisCard } from '../../../components/DiagnosisCard';
import { InChat } from './InChat';
import type { ToolUIProps } from './tool';
import { useToolResult } from './useToolResult';

/** `cnv-diagnostic/diagnosis` in the Lightspeed chat; nothing for a result of another shape. */
export const DiagnosisToolUI = ({ tool }: ToolUIProps) => {
  const diagnosis = useToolResult(tool, 'diagnose_vm_error', isDiagnosis);
  return diagnosis === undefined ? null : (
    <InChat>
      <DiagnosisCard diagnosis={diagnosis} />
    </InChat>
  );
};
