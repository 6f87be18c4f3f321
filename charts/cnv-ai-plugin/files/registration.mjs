/**
 * Adds this product to the console and to OpenShift Lightspeed, or takes it out, and leaves every
 * other entry alone. Safe to repeat. Node's own modules only: it runs in the sidecar's image.
 */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

const GATE = 'MCPServer';
/** Says that the gate was closed before, so that it is closed again when nobody needs it. */
const OPENED = 'cnv-ai.kubevirt.io/opened-mcp-gate';

const without = (list, entry) => list.filter((other) => other !== entry);

/** A merge patch takes a field out with null; an empty list would be a setting of its own. */
const listOrNone = (list) => (list.length === 0 ? null : list);

/** The merge patch for `consoles.operator.openshift.io/cluster`; `undefined`: it is as wanted. */
export const consoleChange = ({ spec }, { plugin, console: wanted }) => {
  const plugins = spec?.plugins ?? [];
  if (plugins.includes(plugin) === wanted) return undefined;
  return {
    spec: { plugins: wanted ? [...plugins, plugin] : listOrNone(without(plugins, plugin)) },
  };
};

const added = ({ spec }, server) => {
  const { featureGates = [], mcpServers = [] } = spec ?? {};
  const known = mcpServers.find(({ name }) => name === server.name);
  const entry = { ...known, ...server };
  const isOpen = featureGates.includes(GATE);
  if (isOpen && isDeepStrictEqual(known, entry)) return undefined;
  return {
    ...(isOpen ? {} : { metadata: { annotations: { [OPENED]: 'true' } } }),
    spec: {
      featureGates: isOpen ? featureGates : [...featureGates, GATE],
      mcpServers:
        known === undefined
          ? [...mcpServers, entry]
          : mcpServers.map((other) => (other === known ? entry : other)),
    },
  };
};

const removed = ({ metadata, spec }, server) => {
  const { featureGates = [], mcpServers = [] } = spec ?? {};
  const wasOpened = metadata?.annotations?.[OPENED] !== undefined;
  const others = mcpServers.filter(({ name }) => name !== server.name);
  if (others.length === mcpServers.length && !wasOpened) return undefined;
  const closes = wasOpened && others.length === 0;
  return {
    ...(wasOpened ? { metadata: { annotations: { [OPENED]: null } } } : {}),
    spec: {
      mcpServers: listOrNone(others),
      ...(closes ? { featureGates: listOrNone(without(featureGates, GATE)) } : {}),
    },
  };
};

/** The merge patch for `OLSConfig cluster`; `undefined`: it is as wanted. */
export const lightspeedChange = (config, { server, lightspeed: wanted }) =>
  wanted ? added(config, server) : removed(config, server);

const TARGETS = [
  {
    what: 'The console',
    path: '/apis/operator.openshift.io/v1/consoles/cluster',
    change: consoleChange,
  },
  {
    what: 'OpenShift Lightspeed',
    path: '/apis/ols.openshift.io/v1alpha1/olsconfigs/cluster',
    change: lightspeedChange,
  },
];

const ATTEMPTS = 5;
const PATIENCE = 30_000;

/** Brings one object about. `request` answers as `fetch` does; a conflict is tried again. */
const settle = async ({ what, path, change }, wanted, request) => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const answer = await request(path);
    if (answer.status === 404) return `${what} is not set up here: nothing to do.`;
    if (!answer.ok) throw new Error(`${what} could not be read: HTTP status ${answer.status}.`);
    const object = await answer.json();
    const patch = change(object, wanted);
    if (patch === undefined) return `${what} is as wanted.`;
    const { resourceVersion } = object.metadata;
    const body = { ...patch, metadata: { ...patch.metadata, resourceVersion } };
    const written = await request(path, {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: JSON.stringify(body),
    });
    if (written.ok) return `${what} was changed.`;
    if (written.status !== 409) {
      throw new Error(`${what} could not be changed: HTTP status ${written.status}.`);
    }
  }
  throw new Error(`${what} was changed by others all the time; run the upgrade again.`);
};

const run = async ({
  REGISTRATION,
  KUBERNETES_SERVICE_HOST: host = '',
  KUBERNETES_SERVICE_PORT: port = '443',
  API_SERVER = `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
  TOKEN_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/token',
}) => {
  const token = readFileSync(TOKEN_FILE, 'utf8').trim();
  const request = (path, { headers, ...options } = {}) =>
    fetch(`${API_SERVER}${path}`, {
      ...options,
      headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
  const wanted = JSON.parse(REGISTRATION);
  for (const target of TARGETS) {
    process.stdout.write(`${await settle(target, wanted, request)}\n`);
  }
};

if (process.argv[1]?.endsWith('registration.mjs') === true) {
  run(process.env).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
