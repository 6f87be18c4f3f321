import { useEffect, useState } from 'react';
import { useFlag, useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import { useImpersonating } from '../../answers/useImpersonating';
import { useSettings } from '../../answers/useSettings';
import { useOtherCluster } from '../../components/other-cluster';
import { LIGHTSPEED_PLUGIN } from '../../flags/names';
import { lightspeedAvailability } from './availability';
import type { LightspeedProblem } from './problems';

/** Lightspeed's own preference: its user wants to see nothing of it. */
const HIDDEN = 'console.hideLightspeedButton';

export type Availability =
  | { readonly is: 'checking' }
  | { readonly is: 'available' }
  | { readonly is: 'unavailable'; readonly problem: LightspeedProblem };

/** Whether the user can ask Lightspeed here. Asks the service only where it is installed. */
export const useLightspeedAvailability = (): Availability => {
  const installed = useFlag(LIGHTSPEED_PLUGIN);
  const { ai } = useSettings();
  const impersonating = useImpersonating();
  const elsewhere = useOtherCluster() !== undefined;
  const [checked, setChecked] = useState<Availability>({ is: 'checking' });
  const [hidden, , known] = useUserPreference<boolean>(HIDDEN, false);
  const askable = installed && ai && known && !hidden && !impersonating && !elsewhere;

  useEffect(() => {
    let mounted = true;
    if (askable) {
      void lightspeedAvailability().then((problem) => {
        if (!mounted) return;
        setChecked(problem === undefined ? { is: 'available' } : { is: 'unavailable', problem });
      });
    }
    return () => {
      mounted = false;
    };
  }, [askable]);

  if (!installed) return { is: 'unavailable', problem: { kind: 'not_installed' } };
  if (!ai) return { is: 'unavailable', problem: { kind: 'switched_off' } };
  if (hidden) return { is: 'unavailable', problem: { kind: 'hidden' } };
  if (impersonating) return { is: 'unavailable', problem: { kind: 'impersonating' } };
  if (elsewhere) return { is: 'unavailable', problem: { kind: 'other_cluster' } };
  return checked;
};
