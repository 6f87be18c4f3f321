import JsdomEnvironment from 'jest-environment-jsdom';

const JSDOM = JsdomEnvironment.default ?? JsdomEnvironment;

/** What jsdom lacks, or has in a form that Node's `fetch` does not take. */
const OF_NODE = [
  'fetch',
  'Headers',
  'Request',
  'Response',
  'ReadableStream',
  'TextDecoder',
  'TextEncoder',
  'AbortController',
  'AbortSignal',
  'DOMException',
  'structuredClone',
];

/** jsdom with the network of Node, so that a spec can talk to a server on loopback. */
export default class extends JSDOM {
  /** A spec may start a server, so packages are those of Node. */
  exportConditions() {
    return ['node', 'node-addons'];
  }

  async setup() {
    await super.setup();
    for (const name of OF_NODE) this.global[name] = globalThis[name];
    this.global.Uint8Array = Uint8Array;
  }
}
