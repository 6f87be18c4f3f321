/** The name of the plugin that shows how another one embeds our components. */
export const NEIGHBOUR = 'embedding-example';
