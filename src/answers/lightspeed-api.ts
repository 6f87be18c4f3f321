/** Lightspeed's API, as the console proxies it with the user's own token. */
export const LIGHTSPEED = '/api/proxy/plugin/lightspeed-console-plugin/ols';

/** Name under which Lightspeed's administrator registers our sidecar; it marks our tools. */
export const OUR_SERVER = 'cnv-diagnostic';
