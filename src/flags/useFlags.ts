import { useEffect } from 'react';
import { useFlag, type SetFeatureFlag } from '@openshift-console/dynamic-plugin-sdk';
import { remote } from '../answers/remote';
import { useImpersonating } from '../answers/useImpersonating';
import { useSettings } from '../answers/useSettings';
import { CNV_AI_ENABLED, LIGHTSPEED_MCP_ENABLED, LIGHTSPEED_PLUGIN } from './names';

/** Handler of a `console.flag/hookProvider`: sets CNV_AI_ENABLED and LIGHTSPEED_MCP_ENABLED. */
export const useFlags = (setFlag: SetFeatureFlag): void => {
  const { enabled, known } = useSettings();
  const installed = useFlag(LIGHTSPEED_PLUGIN);
  const impersonating = useImpersonating();
  const reachable = known && enabled && installed && !impersonating;

  useEffect(() => {
    if (known) setFlag(CNV_AI_ENABLED, enabled);
  }, [known, enabled, setFlag]);

  useEffect(() => {
    let mounted = true;
    if (!reachable) {
      setFlag(LIGHTSPEED_MCP_ENABLED, false);
    } else {
      void remote.isOpen('lightspeed').then((open) => {
        if (mounted) setFlag(LIGHTSPEED_MCP_ENABLED, open);
      });
    }
    return () => {
      mounted = false;
    };
  }, [reachable, setFlag]);
};
