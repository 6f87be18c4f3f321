import type { Facts, GatheredFacts, NeedName } from './facts';

/** How a fact looks that was not declared, not gathered or not read. */
export const NOTHING: Readonly<Facts> = {
  reported: [],
  vm: {},
  vmi: undefined,
  pods: [],
  failedPods: [],
  hotplugPods: [],
  diskUsers: [],
  events: [],
  earlierEvents: [],
  migrations: [],
  dataVolumes: [],
  claims: [],
  otherClaims: [],
  persistentVolumes: [],
  storageClasses: [],
  storageProfiles: [],
  importers: [],
  stateClaims: [],
  workClaims: [],
  dataSources: [],
  cloneSources: [],
  networkAttachments: [],
  instancetype: undefined,
  preference: undefined,
  instancetypes: [],
  preferences: [],
  revisions: [],
  secrets: [],
  configMaps: [],
  serviceAccounts: [],
  priorityClasses: [],
  constraints: [],
  quotas: [],
  sourceQuotas: [],
  limitRanges: [],
  nodePods: [],
  nodes: [],
  csiNodes: [],
  snapshots: [],
  restores: [],
  clones: [],
  exports: [],
  kubevirts: [],
  controllers: [],
  cdis: [],
};

const put = <N extends NeedName>(view: Facts, need: N, value: Facts[N] | undefined): void => {
  if (value !== undefined) view[need] = value;
};

/** The values of the needs that were declared; every other fact looks as if there were none. */
export const viewOf = (facts: Partial<GatheredFacts>, needs: readonly NeedName[]): Facts => {
  const view: Facts = { ...NOTHING, vm: facts.vm?.value ?? NOTHING.vm };
  for (const need of needs) put(view, need, facts[need]?.value);
  return view;
};
