/**
 * What Lightspeed hands an `ols.tool-ui` component: the wire's `tool_result`, renamed by its
 * console plugin. Nothing in it is trusted.
 */
export type ToolUIProps = {
  readonly tool?: {
    readonly args?: unknown;
    readonly content?: unknown;
    readonly name?: unknown;
    readonly status?: unknown;
    readonly structuredContent?: unknown;
  };
};
