import { isFleet } from '../../../answers/fleet-shape';
import { FleetFindings } from '../../virtualmachines/fleet/FleetFindings';
import { InChat } from './InChat';
import type { ToolUIProps } from './tool';
import { useToolResult } from './useToolResult';

/** `cnv-diagnostic/fleet` in the Lightspeed chat; nothing for a result of another shape. */
export const FleetToolUI = ({ tool }: ToolUIProps) => {
  const fleet = useToolResult(tool, 'diagnose_vm_fleet', isFleet);
  return fleet === undefined ? null : (
    <InChat>
      <FleetFindings fleet={fleet} />
    </InChat>
  );
};
