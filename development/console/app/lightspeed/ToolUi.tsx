import type { Extension } from '@openshift/dynamic-plugin-sdk';
import type { ComponentType } from 'react';
import { useResolvedExtensions } from '../../sdk/extensions';
import { ErrorBoundary } from '../ErrorBoundary';
import type { ToolUse } from './conversation';

type ToolUiExtension = Extension<
  'ols.tool-ui',
  { id: string; component: () => Promise<ComponentType<{ tool: ToolUse }>> }
>;

const isToolUi = (extension: Extension): extension is ToolUiExtension =>
  extension.type === 'ols.tool-ui';

/** The component a plugin brings for a tool's result; nothing for a failed call, as in the real chat. */
export const ToolUi = ({ tool }: { tool: ToolUse }) => {
  const [extensions] = useResolvedExtensions(isToolUi);
  const found = extensions.find(({ properties }) => properties.id === tool.olsToolUiID);
  if (!found || tool.status === undefined || tool.status === 'error') return null;
  const { component: Shown } = found.properties;
  return (
    <ErrorBoundary what={`The view of ${tool.name}`}>
      <Shown tool={tool} />
    </ErrorBoundary>
  );
};
