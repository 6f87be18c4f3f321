/** Set by this plugin unless the administrator switched it off. */
export const CNV_AI_ENABLED = 'CNV_AI_ENABLED';
/** Set by this plugin when the sidecar answers through Lightspeed. */
export const LIGHTSPEED_MCP_ENABLED = 'LIGHTSPEED_MCP_ENABLED';
/** Set by Lightspeed's own plugin where it is loaded. */
export const LIGHTSPEED_PLUGIN = 'LIGHTSPEED_PLUGIN';
/** Set by the console's virtualization plugin where it is loaded. */
export const KUBEVIRT_DYNAMIC = 'KUBEVIRT_DYNAMIC';
