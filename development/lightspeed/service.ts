import { Approvals } from './approvals';
import { Conversations } from './conversations';
import type { Behaviour, LightspeedOptions, McpServerConfig } from './options';
import { Quota } from './quota';

/** What every endpoint shares. */
export type Service = {
  options: LightspeedOptions;
  behaviour: Behaviour;
  conversations: Conversations;
  approvals: Approvals;
  quota: Quota;
  /** Aborted when the service closes. */
  closing: AbortSignal;
};

export const createService = (options: LightspeedOptions, closing: AbortSignal): Service => ({
  options,
  behaviour: options.ready === false ? { notReady: true } : {},
  conversations: new Conversations(),
  approvals: new Approvals(),
  quota: new Quota(options.quota),
  closing,
});

export const serversOf = ({ options, behaviour }: Service): readonly McpServerConfig[] =>
  behaviour.noServers === true ? [] : options.mcpServers;
