import { useEffect, useState, useSyncExternalStore } from 'react';
import { isRecord } from '@cnv-ai/engine/kubernetes';
import { settings } from '../../../answers/settings';
import type { Shape } from '../../../answers/shape';
import { throughPluginProxy, type ToolName } from '../../../answers/tool-call';
import type { ToolUIProps } from './tool';

/**
 * What a tool told the chat, when it has the shape. Where a model is told aliases the page asks the
 * sidecar itself once more, for the names as they are; until these come the aliases stand.
 */
export const useToolResult = <T>(
  tool: ToolUIProps['tool'],
  name: ToolName,
  shape: Shape<T>,
): T | undefined => {
  const aliases = useSyncExternalStore(settings.subscribe, () => settings.get().aliases);
  const told = tool?.structuredContent;
  const asked = JSON.stringify(tool?.args ?? {});
  const isNeeded = aliases && shape(told);
  const [real, setReal] = useState<{ readonly asked: string; readonly result: T }>();

  useEffect(() => {
    if (!isNeeded) return undefined;
    const left = new AbortController();
    const args: unknown = JSON.parse(asked);
    throughPluginProxy(name, isRecord(args) ? args : {}, left.signal).then(
      ({ structured }) => {
        if (shape(structured) && !left.signal.aborted) setReal({ asked, result: structured });
      },
      () => undefined,
    );
    return () => left.abort();
  }, [isNeeded, asked, name, shape]);

  if (isNeeded && real?.asked === asked) return real.result;
  return shape(told) ? told : undefined;
};
