import { isFleet } from '../../../answers/fleet-shape';
import { FleetFindings } from '../../virtualmachines/fleet/FleetFindings';
import type { ToolUIProps } from './tool';

/** `cnv-diagnostic/fleet` in the Lightspeed chat; nothing for a result of another shape. */
export const FleetToolUI = ({ tool }: ToolUIProps) => {
  const fleet = tool?.structuredContent;
  return isFleet(fleet) ? <FleetFindings fleet={fleet} /> : null;
};
