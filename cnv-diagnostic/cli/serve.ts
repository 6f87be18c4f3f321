import { holdHeapDown } from '../heap';
import { SetupError } from '../kubernetes/cluster';
import { inCluster } from '../kubernetes/target';
import { LOG_LEVELS } from '../observability/log';
import { namespaceProblem, shown } from '../tools/names';
import { startServer, type RunningServer, type ServeConfig } from '../serve';
import { CLUSTER } from './access';
import type { Command } from './command';
import { LIMITS, limitsOf, redisOf } from './limits';
import { choice, wholeNumber, type Options } from './options';
import { PRIVACY, privacyOf } from './privacy';

/** Of IPv6, and of IPv4 beside it or alone. */
const EVERY_ADDRESS = '::';

const tlsOf = (options: Options): ServeConfig['tls'] => {
  const certFile = options.text('tls-cert-file');
  const keyFile = options.text('tls-key-file');
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined) {
    throw new SetupError('TLS needs both TLS_CERT_FILE and TLS_KEY_FILE; set the other one, too.');
  }
  return { certFile, keyFile };
};

const wordsOf = (text: string | undefined): string[] =>
  (text ?? '').split(/[\s,]+/).filter(Boolean);

const namespacesOf = (options: Options): ServeConfig['namespaces'] => {
  const names = wordsOf(options.text('namespaces'));
  const odd = names.find((name) => namespaceProblem(name) !== undefined);
  if (odd !== undefined) {
    throw new SetupError(`NAMESPACES holds "${shown(odd)}", which is no name of a namespace.`);
  }
  return names.length === 0 ? undefined : names;
};

const CACHES = ['none', 'watch'] as const;

const configOf = (options: Options, env: NodeJS.ProcessEnv): ServeConfig => {
  return {
    port: wholeNumber('PORT', options.text('port'), [0, 65535]) ?? 8080,
    host: options.text('host') ?? (inCluster(env) ? EVERY_ADDRESS : '127.0.0.1'),
    kubeconfig: options.text('kubeconfig'),
    context: options.text('context'),
    cache: choice('CACHE', options.text('cache'), CACHES, 'none'),
    namespaces: namespacesOf(options),
    allowedHosts: wordsOf(options.text('allowed-hosts')),
    tls: tlsOf(options),
    limits: limitsOf(options),
    redis: redisOf(options),
    settingsFile: options.text('settings-file'),
    logLevel: choice('LOG_LEVEL', options.text('log-level'), LOG_LEVELS, 'info'),
    privacy: privacyOf(options),
    traceEndpoint: options.text('otlp-endpoint'),
    processMetrics: true,
  };
};

/** Milliseconds for what is left after the goodbye, such as tries to reach a collector that is gone. */
const LAST_MOMENT = 500;

/** Drains at the first signal, ends at once at the second. */
const untilSignalled = (server: RunningServer): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(1);
      asked = true;
      void server.close().then(() => {
        setTimeout(() => process.exit(), LAST_MOMENT).unref();
        resolve();
      });
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });

export const serve: Command = {
  name: 'serve',
  usage: '',
  summary: "Serve MCP over Streamable HTTP at /mcp, each call with its caller's token (default).",
  options: {
    port: { type: 'string', value: 'N', env: 'PORT', help: 'port (8080)' },
    host: {
      type: 'string',
      value: 'ADDRESS',
      env: 'HOST',
      help: 'address to listen on (127.0.0.1, in a pod every address)',
    },
    'allowed-hosts': {
      type: 'string',
      value: 'NAMES',
      env: 'ALLOWED_HOSTS',
      help: 'host names callers use beside localhost, comma separated',
    },
    'tls-cert-file': {
      type: 'string',
      value: 'FILE',
      env: 'TLS_CERT_FILE',
      help: 'certificate, PEM',
    },
    'tls-key-file': { type: 'string', value: 'FILE', env: 'TLS_KEY_FILE', help: 'its key, PEM' },
    namespaces: {
      type: 'string',
      value: 'NAMES',
      env: 'NAMESPACES',
      help: 'namespaces to watch and tell of, comma separated (all)',
    },
    ...LIMITS,
    'settings-file': {
      type: 'string',
      value: 'FILE',
      env: 'SETTINGS_FILE',
      help: 'settings.json with the switches',
    },
    cache: {
      type: 'string',
      value: 'MODE',
      env: 'CACHE',
      help: 'watch: keep VMs in memory, cut for each caller by access reviews; none: read as the caller at every search (none)',
    },
    'otlp-endpoint': {
      type: 'string',
      value: 'URL',
      env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      help: 'OpenTelemetry collector that gets a trace of each call, OTLP over HTTP',
    },
    'log-level': {
      type: 'string',
      value: 'LEVEL',
      env: 'LOG_LEVEL',
      help: 'debug, info, warn, error or silent (info)',
    },
    ...PRIVACY,
    ...CLUSTER,
  },
  notes: [
    "What a caller gets is what the caller's own token may read. Of the kubeconfig the address and the certificate authority are used; what it logs in with is for CACHE=watch alone.",
    'The switch "enabled": false in settings.json makes every tool answer unavailable within 60 s. The switch "ai" changes nothing here: no answer of this server comes from a model.',
  ],
  run: async (options, terminal) => {
    holdHeapDown();
    const server = await startServer(configOf(options, terminal.env));
    terminal.err(`cnv-diagnostic serves MCP at ${server.url}/mcp\n`);
    await untilSignalled(server);
    return 0;
  },
};
