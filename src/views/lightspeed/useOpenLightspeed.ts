import { useResolvedExtensions } from '@openshift-console/dynamic-plugin-sdk';
import type { CodeRef, Extension } from '@openshift-console/dynamic-plugin-sdk/lib/types';
import { textAt } from '@cnv-ai/engine/kubernetes';

/** What Lightspeed's plugin takes beside a prompt. */
export type LightspeedAttachment = {
  readonly attachmentType: 'YAML' | 'Log' | 'Events';
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
};

/** Opens the chat. Without `submitImmediately` the prompt waits in its input. */
export type OpenLightspeed = (
  prompt?: string,
  attachments?: readonly LightspeedAttachment[],
  submitImmediately?: boolean,
  hidePrompt?: boolean,
) => void;

/** The provider of the extension is a hook: it may be called in a component only. */
export type UseOpen = () => OpenLightspeed;

type OpenHandler = Extension<
  'console.action/provider',
  { contextId: 'ols-open-handler'; provider: CodeRef<UseOpen> }
>;

/** Whether an extension opens Lightspeed’s chat. */
export const isOpenHandler = (extension: Extension): extension is OpenHandler =>
  extension.type === 'console.action/provider' &&
  textAt(extension.properties, 'contextId') === 'ols-open-handler';

/** The hook Lightspeed's own plugin publishes to open its chat; `undefined` where it is not loaded. */
export const useOpenLightspeed = (): UseOpen | undefined => {
  const [handlers] = useResolvedExtensions(isOpenHandler);
  return handlers[0]?.properties.provider;
};
