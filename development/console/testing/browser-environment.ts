import JsdomEnvironment from 'jest-environment-jsdom';

/** jsdom with the parts of a browser that it lacks and Node has. */
class BrowserEnvironment extends JsdomEnvironment {
  /** Packages as Node loads them: a test also runs the servers it talks to. */
  override exportConditions = (): string[] => ['node'];

  override async setup(): Promise<void> {
    await super.setup();
    const { fetch, Headers, Request, Response, ReadableStream, TextDecoder, TextEncoder } =
      globalThis;
    Object.assign(this.global, {
      fetch,
      Headers,
      Request,
      Response,
      ReadableStream,
      TextDecoder,
      TextEncoder,
    });
  }
}

// Jest takes an environment by its default export only.
export default BrowserEnvironment;
