/**
 * Adds this product to the console and to OpenShift Lightspeed, or takes it out, and leaves every
 * other entry alone. Safe to repeat. Node's own modules only: it runs in the sidecar's image.
 */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

const GATE = 'MCPServer';
/** Says that the gate was closed before, so that it is closed again when nobody needs it. */
const OPENED = 'cnv-ai.kubevirt.io/opened-mcp-gate';
/** Names the MCP server that was added beside ours, so that it is taken out again with it. */
const NEIGHBOUR = 'cnv-ai.kubevirt.io/neighbour';
/** Of tools, from the loosest to the strictest. */
const APPROVALS = ['never', 'tool_annotations', 'always'];

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

/** What of OLSConfig is of interest here. */
const stateOf = ({ metadata, spec }) => ({
  servers: spec?.mcpServers ?? [],
  gates: spec?.featureGates ?? [],
  opened: metadata?.annotations?.[OPENED],
  neighbour: metadata?.annotations?.[NEIGHBOUR],
  approval: spec?.ols?.toolsApprovalConfig?.approvalType,
});

/** An entry of the same name keeps its place and what an administrator added to it. */
const withServer = (servers, server) =>
  servers.some(({ name }) => name === server.name)
    ? servers.map((other) => (other.name === server.name ? { ...other, ...server } : other))
    : [...servers, server];

/** Never loosened: what an administrator has set may be stricter than what is asked for. */
const stricter = (now, asked) =>
  APPROVALS.indexOf(asked) > APPROVALS.indexOf(now ?? APPROVALS[0]) ? asked : now;

const wantedState = (now, { server, lightspeed, neighbour }) => {
  const beside = lightspeed ? neighbour : undefined;
  const name = beside?.server.name;
  const isOurs = (other) =>
    (!lightspeed && other.name === server.name) ||
    (other.name === now.neighbour && other.name !== name);
  const others = now.servers.filter((other) => !isOurs(other));
  const entries = [...(lightspeed ? [server] : []), ...(beside ? [beside.server] : [])];
  const servers = entries.reduce(withServer, others);
  const opens = lightspeed && !now.gates.includes(GATE);
  const closes = !lightspeed && now.opened !== undefined && servers.length === 0;
  const isTheirs = now.neighbour === undefined && now.servers.some((other) => other.name === name);
  return {
    servers,
    gates: opens ? [...now.gates, GATE] : closes ? without(now.gates, GATE) : now.gates,
    opened: lightspeed ? (opens ? 'true' : now.opened) : undefined,
    // An entry that was there before stays when this product goes.
    neighbour: isTheirs ? undefined : name,
    approval: beside ? stricter(now.approval, beside.approvalType) : now.approval,
  };
};

const annotationsOf = (now, next) =>
  Object.fromEntries(
    [
      [OPENED, now.opened, next.opened],
      [NEIGHBOUR, now.neighbour, next.neighbour],
    ]
      .filter(([, before, after]) => before !== after)
      .map(([key, , after]) => [key, after ?? null]),
  );

/** The merge patch for `OLSConfig cluster`; `undefined`: it is as wanted. */
export const lightspeedChange = (config, wanted) => {
  const now = stateOf(config);
  const next = wantedState(now, wanted);
  if (isDeepStrictEqual(now, next)) return undefined;
  const annotations = annotationsOf(now, next);
  return {
    ...(Object.keys(annotations).length === 0 ? {} : { metadata: { annotations } }),
    spec: {
      mcpServers: listOrNone(next.servers),
      ...(isDeepStrictEqual(now.gates, next.gates) ? {} : { featureGates: listOrNone(next.gates) }),
      ...(now.approval === next.approval
        ? {}
        : { ols: { toolsApprovalConfig: { approvalType: next.approval } } }),
    },
  };
};

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

/** Why the API server refused, in its own words. */
const reasonOf = async (answer) => {
  const said = await answer.json().catch(() => undefined);
  return `HTTP status ${answer.status}${said?.message ? `, ${said.message}` : ''}`;
};

/** Brings one object about. `request` answers as `fetch` does; a conflict is tried again. */
const settle = async ({ what, path, change }, wanted, request) => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const answer = await request(path);
    if (answer.status === 404) return `${what} is not set up here: nothing to do.`;
    if (!answer.ok) throw new Error(`${what} could not be read: ${await reasonOf(answer)}.`);
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
      throw new Error(`${what} could not be changed: ${await reasonOf(written)}.`);
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
