import type { KubeObject } from '@cnv-ai/engine/kubernetes';

/**
 * What operators of OpenShift serve, with the fields of it that the chart and its hooks write: on a
 * cluster made of kube-apiserver alone nobody else defines these kinds.
 */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const number: Schema = { type: 'integer' };
const oneOf = (...words: string[]): Schema => ({ type: 'string', enum: words });
const list = (items: Schema, maxItems?: number): Schema => ({
  type: 'array',
  items,
  ...(maxItems === undefined ? {} : { maxItems }),
});
const fields = (properties: Readonly<Record<string, Schema>>, ...required: string[]): Schema => ({
  type: 'object',
  properties,
  ...(required.length === 0 ? {} : { required }),
});
const texts: Schema = { type: 'object', additionalProperties: text };

const SERVICE = fields({ name: text, namespace: text, port: number, basePath: text }, 'name');

const CONSOLE_PLUGIN = fields(
  {
    displayName: text,
    backend: fields({ type: oneOf('Service'), service: SERVICE }, 'type'),
    i18n: fields({ loadType: oneOf('Preload', 'Lazy', '') }, 'loadType'),
    proxy: list(
      fields(
        {
          alias: text,
          authorization: oneOf('UserToken', 'None'),
          caCertificate: text,
          endpoint: fields({ type: oneOf('Service'), service: SERVICE }, 'type'),
        },
        'alias',
        'endpoint',
      ),
    ),
  },
  'displayName',
  'backend',
);

const CONSOLE = fields({ managementState: text, logLevel: text, plugins: list(text) });

const HEADER = fields(
  {
    name: text,
    valueFrom: fields({ type: oneOf('secret', 'kubernetes', 'client') }, 'type'),
  },
  'name',
  'valueFrom',
);

const MCP_SERVER = fields(
  {
    name: text,
    url: { ...text, pattern: '^https?://.*$' },
    timeout: { ...number, default: 5 },
    headers: list(HEADER, 20),
  },
  'name',
  'url',
);

const OLS_CONFIG = fields({
  featureGates: list(oneOf('MCPServer', 'ToolFiltering')),
  mcpServers: list(MCP_SERVER, 20),
  ols: fields({
    defaultModel: text,
    defaultProvider: text,
    toolsApprovalConfig: fields({
      approvalType: oneOf('never', 'always', 'tool_annotations'),
      approvalTimeout: number,
    }),
  }),
});

const SERVICE_MONITOR = fields({
  selector: fields({ matchLabels: texts }),
  endpoints: list(
    fields({
      port: text,
      scheme: oneOf('http', 'https'),
      path: text,
      interval: text,
      tlsConfig: fields({
        serverName: text,
        ca: fields({ configMap: fields({ name: text, key: text }, 'key') }),
      }),
    }),
  ),
});

const RULE = fields(
  { alert: text, expr: text, for: text, labels: texts, annotations: texts },
  'expr',
);
const PROMETHEUS_RULE = fields({
  groups: list(fields({ name: text, rules: list(RULE) }, 'name')),
});

type Kind = {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: 'Cluster' | 'Namespaced';
  readonly spec: Schema;
};

export const LIGHTSPEED: Kind = {
  group: 'ols.openshift.io',
  version: 'v1alpha1',
  kind: 'OLSConfig',
  plural: 'olsconfigs',
  scope: 'Cluster',
  spec: OLS_CONFIG,
};

const MONITORING = { group: 'monitoring.coreos.com', version: 'v1', scope: 'Namespaced' } as const;

/** Those of every OpenShift; Lightspeed is another operator's. */
export const OPENSHIFT: readonly Kind[] = [
  {
    group: 'console.openshift.io',
    version: 'v1',
    kind: 'ConsolePlugin',
    plural: 'consoleplugins',
    scope: 'Cluster',
    spec: CONSOLE_PLUGIN,
  },
  {
    group: 'operator.openshift.io',
    version: 'v1',
    kind: 'Console',
    plural: 'consoles',
    scope: 'Cluster',
    spec: CONSOLE,
  },
  { ...MONITORING, kind: 'ServiceMonitor', plural: 'servicemonitors', spec: SERVICE_MONITOR },
  { ...MONITORING, kind: 'PrometheusRule', plural: 'prometheusrules', spec: PROMETHEUS_RULE },
];

export const definitionOf = ({ group, version, kind, plural, scope, spec }: Kind): KubeObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.${group}` },
  spec: {
    group,
    scope,
    names: { plural, kind, singular: kind.toLowerCase(), listKind: `${kind}List` },
    versions: [
      {
        name: version,
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: fields({ spec }),
        },
      },
    ],
  },
});
