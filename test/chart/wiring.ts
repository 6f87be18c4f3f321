import { at, flagAt, listAt, nameOf, RESOURCES, textAt } from '@cnv-ai/engine/kubernetes';
import type { Manifest } from './policies';

const named = (all: readonly Manifest[], kind: string, name: string): Manifest | undefined =>
  all.find((manifest) => manifest.kind === kind && nameOf(manifest) === name);

const settingsOf = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

const podOf = (workload: Manifest | undefined): unknown => at(workload, 'spec', 'template', 'spec');

const variable = (workload: Manifest | undefined, name: string): string => {
  const [container] = listAt(podOf(workload), 'containers');
  const found = listAt(container, 'env').find((entry) => textAt(entry, 'name') === name);
  return textAt(found, 'value') ?? '';
};

/** Services the console is told to call. */
const consoleCalls = (all: readonly Manifest[]): string[] => {
  const plugin = named(all, 'ConsolePlugin', 'cnv-ai-plugin');
  return [
    textAt(plugin, 'spec', 'backend', 'service', 'name') ?? '',
    ...listAt(plugin, 'spec', 'proxy').map(
      (proxy) => textAt(proxy, 'endpoint', 'service', 'name') ?? '',
    ),
  ]
    .filter((name) => named(all, 'Service', name) === undefined)
    .map((name) => `ConsolePlugin calls Service ${name}, which is not rendered.`);
};

const switches = (all: readonly Manifest[], values: object): string[] => {
  const map = named(all, 'ConfigMap', 'cnv-ai-settings');
  const told = settingsOf(textAt(map, 'data', 'settings.json'));
  return ['ai', 'enabled']
    .filter((name) => flagAt(told, name) !== (flagAt(values, name) ?? true))
    .map((name) => `settings.json does not hold the switch "${name}".`);
};

/** The plugin is told of aliases when the sidecar has their key. */
const aliases = (all: readonly Manifest[]): string[] => {
  const map = named(all, 'ConfigMap', 'cnv-ai-settings');
  const told = flagAt(settingsOf(textAt(map, 'data', 'settings.json')), 'aliases');
  const sidecar = named(all, 'Deployment', 'cnv-diagnostic');
  const used = variable(sidecar, 'ALIAS_KEY_FILE') !== '';
  return sidecar === undefined || told === used
    ? []
    : ['settings.json and the sidecar do not agree on aliases.'];
};

/** The name Lightspeed calls the sidecar by is one the sidecar answers to. */
const lightspeedCalls = (all: readonly Manifest[]): string[] => {
  const sidecar = named(all, 'Deployment', 'cnv-diagnostic');
  const wanted: unknown = JSON.parse(
    variable(named(all, 'Job', 'cnv-ai-register'), 'REGISTRATION') || '{}',
  );
  if (flagAt(wanted, 'lightspeed') !== true) return [];
  const { hostname, port } = new URL(textAt(wanted, 'server', 'url') ?? 'https://nowhere');
  const answersTo = variable(sidecar, 'ALLOWED_HOSTS').split(',');
  return answersTo.includes(hostname) && port === variable(sidecar, 'PORT')
    ? []
    : [`Lightspeed is told ${hostname}:${port}, which the sidecar does not answer to.`];
};

const pluralsOf = (role: Manifest | undefined): string[] =>
  listAt(role, 'rules').flatMap((rule) => listAt(rule, 'resources').map(String));

const isNamespaced = (plural: string): boolean =>
  Object.values(RESOURCES).some((kind) => kind.plural === plural && kind.namespaced);

/** With named namespaces the sidecar has rights on what is in a namespace in these alone. */
const namedNamespaces = (all: readonly Manifest[], values: object): string[] => {
  const names = listAt(values, 'sidecar', 'namespaces').map(String);
  const bound = all
    .filter((manifest) => manifest.kind === 'RoleBinding')
    .map((manifest) => textAt(manifest, 'metadata', 'namespace') ?? '');
  const told = variable(named(all, 'Deployment', 'cnv-diagnostic'), 'NAMESPACES');
  const wide = pluralsOf(named(all, 'ClusterRole', 'cnv-diagnostic-cache')).filter(isNamespaced);
  const inside = pluralsOf(named(all, 'ClusterRole', 'cnv-diagnostic-cache-namespaced'));
  const odd = inside.filter((plural) => !isNamespaced(plural));
  const fits = bound.join() === names.join() && told === names.join();
  return fits && odd.length === 0 && (names.length === 0 || wide.length === 0)
    ? []
    : ['The rights of the sidecar do not fit the namespaces it is there for.'];
};

/** Without a cache the sidecar reads with the callers' tokens alone. */
const ownRights = (all: readonly Manifest[]): string[] => {
  const sidecar = named(all, 'Deployment', 'cnv-diagnostic');
  if (sidecar === undefined) return [];
  const watches = variable(sidecar, 'CACHE') === 'watch';
  const isBound = all.some(
    (manifest) =>
      manifest.kind === 'ClusterRoleBinding' &&
      listAt(manifest, 'subjects').some((subject) => textAt(subject, 'name') === 'cnv-diagnostic'),
  );
  const hasToken = flagAt(podOf(sidecar), 'automountServiceAccountToken') === true;
  return isBound === watches && hasToken === watches
    ? []
    : ['The rights of the sidecar do not fit its cache.'];
};

/** Where the parts of the rendered chart do not fit each other or the values, one sentence each. */
export const miswired = (all: readonly Manifest[], values: object): string[] => [
  ...consoleCalls(all),
  ...switches(all, values),
  ...aliases(all),
  ...lightspeedCalls(all),
  ...ownRights(all),
  ...namedNamespaces(all, values),
];
